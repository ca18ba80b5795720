package io.decklog.query.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.evolution.EventTypes;
import io.decklog.api.incident.Severity;
import io.decklog.query.decision.DecisionFold;
import io.decklog.query.decision.DecisionRow;
import io.decklog.query.incident.IncidentFold;
import io.decklog.query.incident.IncidentRow;
import io.decklog.query.metrics.MetricsFold;
import io.decklog.query.metrics.MetricsRow;
import io.decklog.query.projection.Fold;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.projection.Row;
import io.decklog.query.review.ReviewFold;
import io.decklog.query.review.ReviewRow;
import io.decklog.query.search.SearchFold;
import io.decklog.query.search.SearchRow;
import io.decklog.query.stopgap.StopgapFold;
import io.decklog.query.stopgap.StopgapRow;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No view passes over an event unless it says here that it does. */
class EveryEventTest {

    private static final Lateness LATENESS = new Lateness(Duration.ofMinutes(5));
    private static final JsonMapper JSON = EventJson.mapper();

    @Test
    void the_timeline_tells_of_every_event() {
        assertThat(ignored(view(new TimelineFold(LATENESS), TimelineRow.class))).isEmpty();
    }

    @Test
    void search_finds_what_the_timeline_tells() {
        assertThat(ignored(view(new SearchFold(new TimelineFold(LATENESS)), SearchRow.class)))
                .isEmpty();
    }

    @Test
    void the_incident_shows_where_it_stands_and_nothing_of_what_is_in_it() {
        assertThat(ignored(view(new IncidentFold(), IncidentRow.class)))
                .containsExactlyInAnyOrder(
                        "DecisionRaised",
                        "DecisionRecorded",
                        "DecisionSuperseded",
                        "ObjectionRaised",
                        "OptionProposed",
                        "MitigationApplied",
                        "MitigationAssessed",
                        "MitigationRolledBack",
                        "PermanentFixPlanned",
                        "PermanentFixCompleted",
                        "ObservationRecorded",
                        "HypothesisProposed",
                        "HypothesisConfirmed",
                        "HypothesisRuledOut",
                        "ImpactRecorded",
                        "StatusUpdatePublished",
                        "TaskReassigned",
                        "ReviewOpened",
                        "DecisionJudged",
                        "ContributingFactorIdentified",
                        "LessonRecorded",
                        "ActionItemAdded",
                        "ActionItemCompleted",
                        "SectionWritten",
                        "PostmortemPublished",
                        "PostmortemRevised",
                        "PermanentFixOverdue",
                        "DecisionOverdue",
                        "EntryCorrected",
                        "EntryStruck",
                        "EntryRedacted",
                        "EntryPinned");
    }

    @Test
    void the_audit_shows_decisions() {
        assertThat(noticed(view(new DecisionFold(LATENESS), DecisionRow.class)))
                .containsExactlyInAnyOrder(
                        "IncidentDeclared",
                        "SeverityChanged",
                        "DecisionRaised",
                        "DecisionRecorded",
                        "DecisionSuperseded",
                        "ObjectionRaised",
                        "OptionProposed",
                        "DecisionOverdue",
                        "MitigationApplied",
                        "MitigationAssessed",
                        "MitigationRolledBack",
                        "DecisionJudged");
    }

    @Test
    void a_review_shows_what_it_found() {
        assertThat(noticed(view(new ReviewFold(), ReviewRow.class)))
                .containsExactlyInAnyOrder(
                        "IncidentDeclared",
                        "ReviewOpened",
                        "DecisionJudged",
                        "ContributingFactorIdentified",
                        "LessonRecorded",
                        "ActionItemAdded",
                        "ActionItemCompleted",
                        "SectionWritten",
                        "PostmortemPublished",
                        "PostmortemRevised");
    }

    @Test
    void the_ledger_shows_stopgaps() {
        assertThat(noticed(view(new StopgapFold(), StopgapRow.class)))
                .containsExactlyInAnyOrder(
                        "IncidentDeclared",
                        "IncidentsLinked",
                        "MitigationApplied",
                        "MitigationAssessed",
                        "MitigationRolledBack",
                        "PermanentFixPlanned",
                        "PermanentFixCompleted",
                        "PermanentFixOverdue");
    }

    @Test
    void the_metrics_tell_what_an_incident_reached() {
        assertThat(noticed(view(new MetricsFold(), MetricsRow.class)))
                .containsExactlyInAnyOrder(
                        "IncidentDeclared",
                        "SeverityChanged",
                        "RoleAssigned",
                        "DecisionRecorded",
                        "IncidentMitigated",
                        "IncidentResolved",
                        "IncidentReopened",
                        "IncidentCancelled",
                        "IncidentsLinked");
    }

    /** The events of a whole story after which a view is no other than before. */
    private static Set<String> ignored(Function<List<RecordedEvent>, Object> view) {
        var all = new TreeSet<>(
                EventTypes.all().stream().map(Class::getSimpleName).toList());
        all.removeAll(noticed(view));
        return all;
    }

    private static Set<String> noticed(Function<List<RecordedEvent>, Object> view) {
        var story = new Story(42);
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.everythingElse();
        var noticed = new TreeSet<String>();
        for (var i = 0; i < story.events().size(); i++) {
            var before = view.apply(story.events().subList(0, i));
            if (!view.apply(story.events().subList(0, i + 1)).equals(before)) {
                noticed.add(story.events().get(i).event().getClass().getSimpleName());
            }
        }
        return noticed;
    }

    /** Rows as they read, without the sequence that every event moves on. */
    private static <R extends Row> Function<List<RecordedEvent>, Object> view(Fold<R> fold, Class<R> rows) {
        return events -> Replay.of(fold, events)
                .all(rows)
                .map(row -> JSON.<ObjectNode>valueToTree(row).without("sequence"))
                .toList();
    }
}
