package io.decklog.query.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.decklog.api.incident.Relation;
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
        assertThat(incident.line().state()).isEqualTo(IncidentState.OPEN);
        assertThat(incident.line().number()).hasToString("INC-42");
        assertThat(incident.line().declaredAt()).isEqualTo(Story.START);
        assertThat(incident.sequence()).isEqualTo(1);
        assertThat(incident.line().resolvedAt()).isNull();
    }

    @Test
    void it_counts_the_open_tasks_that_are_overdue_and_the_status_updates_that_were_missed() {
        var task = story.delegated("ask the vendor for logs", "ben");
        story.taskOverdue(task, "ben");
        story.missed(task, "customers");
        var mistaken = story.missed(task, null);
        assertThat(incident().overdueTasks()).isEqualTo(1);
        assertThat(incident().missedStatusUpdates()).isEqualTo(2);

        story.struck(mistaken);
        story.done(task);
        assertThat(incident().overdueTasks()).isZero();
        assertThat(incident().missedStatusUpdates()).isEqualTo(1);
    }

    @Test
    void every_event_moves_the_sequence_on() {
        story.observed("error rate 12 %");
        assertThat(incident().sequence()).isEqualTo(2);
    }

    @Test
    void it_goes_from_open_over_mitigated_and_resolved_to_closed() {
        story.mitigated();
        assertThat(incident().line().state()).isEqualTo(IncidentState.MITIGATED);
        story.resolved();
        assertThat(incident().line().state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(incident().line().resolvedAt())
                .isEqualTo(story.last().stamp().occurredAt());
        assertThat(incident().resolution()).isEqualTo("the leak is gone");
        story.closed();
        assertThat(incident().line().state()).isEqualTo(IncidentState.CLOSED);
    }

    @Test
    void a_reopened_incident_is_open_as_if_it_had_never_been_resolved() {
        story.mitigated();
        story.resolved();
        story.reopened();
        assertThat(incident().line().state()).isEqualTo(IncidentState.OPEN);
        assertThat(incident().line().resolvedAt()).isNull();
        assertThat(incident().mitigatedAt()).isNull();
    }

    @Test
    void a_mitigation_told_after_the_end_does_not_open_it_again() {
        story.resolved();
        story.mitigated();
        assertThat(incident().line().state()).isEqualTo(IncidentState.RESOLVED);
    }

    @Test
    void a_role_has_one_holder_at_a_time_and_the_commander_shows() {
        story.role(Role.SCRIBE, "chi", null);
        story.role(Role.COMMANDER, "ana", null);
        story.role(Role.COMMANDER, "ben", "ana");
        assertThat(incident().roles()).isEqualTo(Map.of(Role.COMMANDER, "ben", Role.SCRIBE, "chi"));
        assertThat(incident().line().commander()).isEqualTo("ben");
    }

    @Test
    void the_severity_is_the_last_one_given() {
        story.severity(Severity.SEV2, Severity.SEV1);
        assertThat(incident().line().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void its_title_is_the_last_one_given() {
        story.retitled("Checkout fails for cards");
        assertThat(incident().line().title()).isEqualTo("Checkout fails for cards");
    }

    @Test
    void a_cancelled_incident_is_cancelled() {
        story.cancelled();
        assertThat(incident().line().state()).isEqualTo(IncidentState.CANCELLED);
        assertThat(incident().cancelledAt()).isEqualTo(story.last().stamp().occurredAt());
    }

    @Test
    void a_released_role_is_held_by_nobody() {
        story.role(Role.COMMANDER, "ana", null);
        story.released(Role.COMMANDER, "ana");
        assertThat(incident().roles()).isEmpty();
        assertThat(incident().line().commander()).isNull();
    }

    @Test
    void a_task_is_open_until_it_is_completed() {
        var ask = story.delegated("ask the vendor", "ben");
        story.delegated("count the lost orders", "chi");
        story.reassigned(ask, "chi", "ben");
        assertThat(incident().openTasks()).isEqualTo(2);
        story.done(ask);
        assertThat(incident().openTasks()).isEqualTo(1);
    }

    @Test
    void a_redacted_text_is_not_shown_and_a_later_one_is() {
        var declaration = story.events().getFirst().stamp().id();
        story.redacted(declaration);
        assertThat(incident().line().title()).isEqualTo("(redacted)");
        assertThat(incident().summary()).isNull();
        var resolved = story.resolved();
        story.redacted(resolved);
        assertThat(incident().resolution()).isEqualTo("(redacted)");
        story.retitled("Checkout fails for some");
        assertThat(incident().line().title()).isEqualTo("Checkout fails for some");
    }

    @Test
    void links_are_seen_from_both_ends_until_they_are_struck() {
        var original = new Story(7);
        original.declared("Checkout is down", Severity.SEV1, "checkout");
        var duplicate = story.linked(Relation.DUPLICATE_OF, original);

        assertThat(incident().duplicateOf()).isEqualTo(original.number());
        assertThat(incident().links())
                .extracting(Link::relation, Link::number)
                .containsExactly(tuple(Link.Direction.DUPLICATE_OF, original.number()));
        assertThat(seenFrom(original).links())
                .extracting(Link::relation, Link::number, Link::entryId)
                .containsExactly(tuple(Link.Direction.DUPLICATED_BY, story.number(), duplicate));

        story.struck(duplicate);
        assertThat(incident().duplicateOf()).isNull();
        assertThat(seenFrom(original).links()).isEmpty();
    }

    private Incident incident() {
        return seenFrom(story);
    }

    /** An incident is shown the links of the others, too. */
    private Incident seenFrom(Story reader) {
        var links = Replay.of(new IncidentFold(), story.events()).all(IncidentRow.Link.class);
        return Replay.of(new IncidentFold(), reader.events())
                .all(IncidentRow.Recorded.class)
                .map(row -> Incident.of(row, links, null))
                .findFirst()
                .orElseThrow();
    }
}
