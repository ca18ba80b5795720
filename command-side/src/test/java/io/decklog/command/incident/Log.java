package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import java.util.ArrayList;
import java.util.List;

/** The log of one incident, as the aggregate keeps it: given what was told, when something is told, then what follows. */
final class Log {

    private final List<IncidentEvent> recorded = new ArrayList<>();
    private IncidentState state = new IncidentState.NotDeclared();
    private int before;

    /** A log in which each command was accepted. */
    static Log given(IncidentCommand... history) {
        var log = new Log();
        for (var command : history) {
            log.take(command);
        }
        log.before = log.recorded.size();
        return log;
    }

    private void take(IncidentCommand command) {
        var events = IncidentDecider.decide(command, state);
        for (var event : events) {
            state = state.evolve(event);
        }
        recorded.addAll(events);
    }

    Log when(IncidentCommand command) {
        take(command);
        return this;
    }

    void then(IncidentEvent... events) {
        assertThat(recorded.subList(before, recorded.size())).containsExactly(events);
    }

    void thenNothing() {
        then();
    }

    /** And nothing was recorded. */
    void refuses(RejectionCode code, IncidentCommand command) {
        var stateBefore = state;
        assertThatExceptionOfType(IncidentRejected.class)
                .as(command.toString())
                .isThrownBy(() -> take(command))
                .satisfies(rejected -> assertThat(rejected.rejection().code()).isEqualTo(code));
        then();
        assertThat(state).isEqualTo(stateBefore);
    }

    IncidentState state() {
        return state;
    }
}
