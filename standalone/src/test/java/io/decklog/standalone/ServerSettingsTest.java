package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.decklog.standalone.postgres.CannotStart;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    @Test
    void without_an_environment_it_listens_on_loopback_and_keeps_its_data_here() {
        assertThat(ServerSettings.of(Map.of())).isEqualTo(new ServerSettings(Path.of("data"), "127.0.0.1", 8080));
    }

    @Test
    void the_environment_says_otherwise() {
        var environment = Map.of("DECKLOG_DATA", "/srv/log", "DECKLOG_ADDRESS", "::1", "DECKLOG_PORT", "9090");

        assertThat(ServerSettings.of(environment)).isEqualTo(new ServerSettings(Path.of("/srv/log"), "::1", 9090));
    }

    @Test
    void an_empty_variable_is_none() {
        assertThat(ServerSettings.of(Map.of("DECKLOG_PORT", " ", "DECKLOG_DATA", "")))
                .isEqualTo(ServerSettings.of(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "80 80", "8080.0", "99999999999"})
    void a_port_that_is_none_is_refused_in_a_sentence(String port) {
        assertThatThrownBy(() -> ServerSettings.of(Map.of("DECKLOG_PORT", port)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("DECKLOG_PORT is \"" + port + "\"; it must be a number from 0 (any free port) to 65535.");
    }

    @Test
    void an_address_nobody_knows_is_refused_in_a_sentence() {
        var settings = ServerSettings.of(Map.of("DECKLOG_ADDRESS", "no such host"));

        assertThatThrownBy(settings::inetAddress)
                .isInstanceOf(CannotStart.class)
                .hasMessage("DECKLOG_ADDRESS is \"no such host\", which is neither an address nor a known name.");
    }
}
