package io.decklog.command.incident;

import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Role;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void a_state_comes_back_from_json_as_it_was() {
        var state = given(
                        declare(),
                        raise(2, WAIT),
                        propose(3, 2, FAIL_OVER),
                        decide(4, "wait", WAIT),
                        supersede(5, 2, 4),
                        apply(6, Permanence.STOPGAP, 4),
                        plan(7, 6),
                        guess(8),
                        confirm(9, 8),
                        delegate(10),
                        complete(11, 10),
                        assign(12, Role.SCRIBE, "dana", null),
                        publish(17, "customers", LATER),
                        link(13, Relation.CAUSED_BY_MITIGATION, OTHER, new MitigationId(id(99))),
                        redact(14, 1),
                        pin(15, 2),
                        cancel(16))
                .state();
        var json = EventJson.mapper();

        assertThat(json.readValue(json.writeValueAsString(state), IncidentState.class))
                .isEqualTo(state);
    }
}
