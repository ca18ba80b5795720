package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.incident.IncidentCommand;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands travel between nodes as JSON, each under the name of its class. */
class CommandJsonTest {

    static Stream<IncidentCommand> commands() {
        return Stream.concat(PhasesTest.commands().stream(), Stream.of(Told.declare()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void what_is_sent_is_what_arrives(IncidentCommand command) {
        var json = EventJson.mapper();

        assertThat(json.readValue(json.writeValueAsString(command), command.getClass()))
                .isEqualTo(command);
    }
}
