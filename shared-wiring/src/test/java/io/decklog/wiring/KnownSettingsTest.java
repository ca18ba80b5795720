package io.decklog.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KnownSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decklog.stream.heartbeat",
                "decklog.status-updates.cadence.SEV1",
                "decklog.web.allowed-hosts",
                "decklog.web.allowedHosts[0]",
                "server.port"
            })
    void settings_there_are_may_be_given(String name) {
        assertThatCode(() -> KnownSettings.demand(file(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DECKLOG_PORT",
                "DECKLOG_STREAM_HEARTBEAT",
                "DECKLOG_STATUSUPDATES_CADENCE_SEV1",
                "DECKLOG_WEB_ALLOWEDHOSTS_0",
                "DECKLOG_WEB_ALLOWED_HOSTS",
                "PATH"
            })
    void they_may_be_given_as_variables(String name) {
        assertThatCode(() -> KnownSettings.demand(variable(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "decklog.strem.heartbeat, decklog.stream.heartbeat",
        "decklog.stream.hartbeat, decklog.stream.heartbeat",
        "decklog.web.max-size, decklog.web.max-body",
        "decklog.status-update.cadence.SEV1, decklog.status-updates.cadence"
    })
    void another_is_refused_with_the_one_that_was_probably_meant(String given, String meant) {
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> KnownSettings.demand(file(given)))
                .withMessage(given + " is not a setting.")
                .satisfies(refused -> assertThat(refused.remedy()).startsWith("Did you mean " + meant + "?"));
    }

    @ParameterizedTest
    @CsvSource({
        "DECKLOG_STREM_HEARTBEAT, DECKLOG_STREAM_HEARTBEAT",
        "DECKLOG_PROT, DECKLOG_PORT",
        "DECKLOG_WEB_MAX_BODYS, DECKLOG_WEB_MAXBODY"
    })
    void so_is_a_variable(String given, String meant) {
        assertThatExceptionOfType(UnusableSetting.class)
                .isThrownBy(() -> KnownSettings.demand(variable(given)))
                .satisfies(refused -> assertThat(refused.remedy()).startsWith("Did you mean " + meant + "?"));
    }

    @Test
    void what_others_call_after_decklog_is_theirs() {
        assertThatCode(() -> KnownSettings.demand(file("DECKLOGBOOK"))).doesNotThrowAnyException();
    }

    private static StandardEnvironment file(String name) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("file", Map.of(name, "1")));
        return environment;
    }

    private static StandardEnvironment variable(String name) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "1")));
        return environment;
    }
}
