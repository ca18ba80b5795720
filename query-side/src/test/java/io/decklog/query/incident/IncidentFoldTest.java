package io.decklog.query.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.Story;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentFoldTest {

    private final Story story = new Story(42);

    @BeforeEach
    void an_incident() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
    }

    @Test
    void a_declared_incident_is_open_and_knows_what_was_said() {
        var incident = incident();
        assertThat(incident.state()).isEqualTo(IncidentState.OPEN);
        assertThat(incident.number()).hasToString("INC-42");
        assertThat(incident.declaredAt()).isEqualTo(Story.START);
        assertThat(incident.sequence()).isEqualTo(1);
        assertThat(incident.resolvedAt()).isNull();
    }

    @Test
    void every_event_moves_the_sequence_on() {
        story.observed("error rate 12 %");
        assertThat(incident().sequence()).isEqualTo(2);
    }

    @Test
    void it_goes_from_open_over_mitigated_and_resolved_to_closed() {
        story.mitigated();
        assertThat(incident().state()).isEqualTo(IncidentState.MITIGATED);
        story.resolved();
        assertThat(incident().state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(incident().resolvedAt()).isEqualTo(story.last().stamp().occurredAt());
        assertThat(incident().resolution()).isEqualTo("the leak is gone");
        story.closed();
        assertThat(incident().state()).isEqualTo(IncidentState.CLOSED);
    }

    @Test
    void a_reopened_incident_is_open_as_if_it_had_never_been_resolved() {
        story.mitigated();
        story.resolved();
        story.reopened();
        assertThat(incident().state()).isEqualTo(IncidentState.OPEN);
        assertThat(incident().resolvedAt()).isNull();
        assertThat(incident().mitigatedAt()).isNull();
    }

    @Test
    void a_mitigation_told_after_the_end_does_not_open_it_again() {
        story.resolved();
        story.mitigated();
        assertThat(incident().state()).isEqualTo(IncidentState.RESOLVED);
    }

    @Test
    void a_role_has_one_holder_at_a_time_and_the_commander_shows() {
        story.role(Role.SCRIBE, "chi", null);
        story.role(Role.COMMANDER, "ana", null);
        story.role(Role.COMMANDER, "ben", "ana");
        assertThat(incident().roles()).isEqualTo(Map.of(Role.COMMANDER, "ben", Role.SCRIBE, "chi"));
        assertThat(incident().commander()).isEqualTo("ben");
    }

    @Test
    void the_severity_is_the_last_one_given() {
        story.severity(Severity.SEV2, Severity.SEV1);
        assertThat(incident().severity()).isEqualTo(Severity.SEV1);
    }

    private Incident incident() {
        return Replay.of(new IncidentFold(), story.events())
                .all(IncidentRow.class)
                .map(row -> Incident.of(row, null))
                .findFirst()
                .orElseThrow();
    }
}
