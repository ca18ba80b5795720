package io.decklog.query.metrics;

import static io.decklog.query.metrics.Measure.Outcome.MEASURED;
import static io.decklog.query.metrics.Measure.Outcome.MISSING;
import static io.decklog.query.metrics.Measure.Outcome.NEGATIVE;
import static io.decklog.query.metrics.Metric.ACKNOWLEDGE;
import static io.decklog.query.metrics.Metric.DECIDE;
import static io.decklog.query.metrics.Metric.DETECT;
import static io.decklog.query.metrics.Metric.MITIGATE;
import static io.decklog.query.metrics.Metric.RESOLVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story begins at 08:00, and each event is recorded a minute after the one before. */
class MetricsFoldTest {

    private static final Instant TEN_BEFORE = Story.START.minus(Duration.ofMinutes(10));
    private static final Instant FOUR_BEFORE = Story.START.minus(Duration.ofMinutes(4));
    private static final List<Option> OPTIONS = List.of(new Option("wait", null, null, null));

    private final Story story = new Story(7);

    @Test
    void each_number_names_the_entries_it_comes_from() {
        var declared = story.declared(IncidentKind.LIVE, TEN_BEFORE, FOUR_BEFORE);
        var role = story.role(Role.COMMANDER, "dee", null);
        var decision = story.decided("Wait?", OPTIONS, "wait");
        var mitigated = story.mitigated();
        var resolved = story.resolved();

        measured(DETECT, 6, declared, declared);
        measured(ACKNOWLEDGE, 5, declared, role);
        measured(DECIDE, 6, declared, decision);
        measured(MITIGATE, 13, declared, mitigated);
        measured(RESOLVE, 14, declared, resolved);
    }

    @Test
    void what_the_declaration_does_not_say_is_measured_from_the_declaration_itself_or_missing() {
        story.declared(IncidentKind.LIVE, null, null);
        story.role(Role.COMMANDER, "dee", null);
        story.resolved();

        missing(DETECT, "no declaration that stands says when the trouble began");
        assertThat(began(ACKNOWLEDGE).milestone()).isEqualTo(Milestone.DECLARED);
        assertThat(metric(ACKNOWLEDGE).seconds()).isEqualTo(60);
        missing(DECIDE, "no entry that stands records a decision");
        missing(MITIGATE, "no entry that stands marks it mitigated, or it was reopened since");
        assertThat(began(RESOLVE).milestone()).isEqualTo(Milestone.DECLARED);
        assertThat(metric(RESOLVE).seconds()).isEqualTo(120);
    }

    @Test
    void what_ended_before_it_began_is_told_with_its_number() {
        story.declared(IncidentKind.LIVE, FOUR_BEFORE, TEN_BEFORE);
        story.ago(Duration.ofMinutes(30)).resolved();

        assertThat(metric(DETECT).outcome()).isEqualTo(NEGATIVE);
        assertThat(metric(DETECT).seconds()).isEqualTo(-360);
        assertThat(metric(DETECT).reason())
                .isEqualTo("DETECTED at 2026-03-30T07:50:00Z, before STARTED at 2026-03-30T07:56:00Z");
        assertThat(metric(RESOLVE).outcome()).isEqualTo(NEGATIVE);
        assertThat(metric(RESOLVE).seconds()).isEqualTo(-25 * 60);
    }

    @Test
    void nothing_takes_no_time_is_a_number() {
        story.declared(IncidentKind.LIVE, TEN_BEFORE, TEN_BEFORE);

        assertThat(metric(DETECT).outcome()).isEqualTo(MEASURED);
        assertThat(metric(DETECT).seconds()).isZero();
    }

    @Test
    void the_first_role_and_decision_in_the_world_count_also_if_recorded_late() {
        story.declared(IncidentKind.LIVE, null, TEN_BEFORE);
        story.role(Role.COMMANDER, "dee", null);
        story.decided("Wait?", OPTIONS, "wait");
        var earlierRole = story.ago(Duration.ofMinutes(5)).role(Role.SCRIBE, "ana", null);
        var earlierDecision = story.ago(Duration.ofMinutes(7)).decided("Page them?", OPTIONS, "wait");

        assertThat(ended(ACKNOWLEDGE).entryId()).isEqualTo(earlierRole);
        assertThat(metric(ACKNOWLEDGE).seconds()).isEqualTo(8 * 60);
        assertThat(ended(DECIDE).entryId()).isEqualTo(earlierDecision);
        assertThat(metric(DECIDE).seconds()).isEqualTo(7 * 60);
    }

    @Test
    void of_several_ends_the_last_one_recorded_counts() {
        story.declared(IncidentKind.LIVE, TEN_BEFORE, null);
        story.mitigated();
        var again = story.mitigated();

        assertThat(ended(MITIGATE).entryId()).isEqualTo(again);
        assertThat(metric(MITIGATE).seconds()).isEqualTo(12 * 60);
    }

    @Test
    void a_reopening_takes_back_the_ends_before_it_until_it_is_struck_itself() {
        story.declared(IncidentKind.LIVE, TEN_BEFORE, null);
        story.mitigated();
        var resolved = story.resolved();
        var reopened = story.reopened();

        missing(MITIGATE, "no entry that stands marks it mitigated, or it was reopened since");
        missing(RESOLVE, "no entry that stands resolves it, or it was reopened since");

        story.struck(reopened);
        assertThat(ended(RESOLVE).entryId()).isEqualTo(resolved);

        var again = story.resolved();
        assertThat(ended(RESOLVE).entryId()).isEqualTo(again);
        assertThat(metric(RESOLVE).seconds()).isEqualTo(15 * 60);
    }

    @Test
    void a_struck_entry_gives_way_to_the_next_one_or_to_nothing() {
        var declared = story.declared(IncidentKind.LIVE, TEN_BEFORE, FOUR_BEFORE);
        var first = story.role(Role.COMMANDER, "dee", null);
        var second = story.role(Role.COMMANDER, "ana", "dee");
        var resolved = story.resolved();

        story.struck(first);
        assertThat(ended(ACKNOWLEDGE).entryId()).isEqualTo(second);

        story.struck(resolved);
        missing(RESOLVE, "no entry that stands resolves it, or it was reopened since");

        story.struck(declared);
        missing(DETECT, "no declaration that stands says when the trouble began");
        missing(ACKNOWLEDGE, "the declaration is struck");
        assertThat(ended(ACKNOWLEDGE).entryId()).isEqualTo(second);
    }

    @Test
    void a_cancelled_incident_is_left_out_for_good_and_a_duplicate_until_the_link_is_struck() {
        story.declared(IncidentKind.LIVE, null, null);
        assertThat(standing().excluded()).isNull();

        var link = story.linked(Relation.DUPLICATE_OF, new Story(8));
        assertThat(standing().excluded()).isEqualTo(new Exclusion(Exclusion.Reason.DUPLICATE, link));

        story.struck(link);
        assertThat(standing().excluded()).isNull();

        story.linked(Relation.RELATED, new Story(8));
        assertThat(standing().excluded()).isNull();

        var cancelled = story.cancelled();
        story.struck(cancelled);
        assertThat(standing().excluded()).isEqualTo(new Exclusion(Exclusion.Reason.CANCELLED, cancelled));
    }

    @Test
    void a_version_stands_until_something_else_is_recorded() {
        story.declared(IncidentKind.LIVE, TEN_BEFORE, null);
        story.observed("error rate 12 %");
        story.severity(Severity.SEV2, Severity.SEV1);
        story.resolved();

        var versions = versions(story.events());

        assertThat(versions)
                .extracting(MetricsRow.Version::recordedFrom)
                .containsExactly(recordedAt(0), recordedAt(2), recordedAt(3));
        assertThat(versions)
                .extracting(MetricsRow.Version::recordedUntil)
                .containsExactly(recordedAt(2), recordedAt(3), null);
        assertThat(versions)
                .extracting(version -> version.standing().severity())
                .containsExactly(Severity.SEV2, Severity.SEV1, Severity.SEV1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void the_version_that_stood_at_a_moment_is_what_the_log_of_that_moment_comes_to(long seed) {
        var events = RandomStory.of(seed, 120).events();
        var versions = versions(events);
        for (var event : events) {
            var moment = event.stamp().recordedAt();
            var stood = versions.stream()
                    .filter(version -> !version.recordedFrom().isAfter(moment)
                            && (version.recordedUntil() == null
                                    || version.recordedUntil().isAfter(moment)))
                    .map(MetricsRow.Version::standing);
            var then = versions(IncidentLog.upTo(events, moment)).stream()
                    .filter(version -> version.recordedUntil() == null)
                    .map(MetricsRow.Version::standing);
            assertThat(stood).hasSize(1).containsExactlyElementsOf(then.toList());
        }
    }

    private void measured(Metric metric, int minutes, UUID from, UUID to) {
        var found = metric(metric);
        assertThat(found.outcome()).as(metric.name()).isEqualTo(MEASURED);
        assertThat(found.seconds()).as(metric.name()).isEqualTo(minutes * 60L);
        assertThat(began(metric).entryId()).as(metric.name()).isEqualTo(from);
        assertThat(ended(metric).entryId()).as(metric.name()).isEqualTo(to);
        assertThat(found.reason()).as(metric.name()).isNull();
    }

    private void missing(Metric metric, String reason) {
        assertThat(metric(metric).outcome()).as(metric.name()).isEqualTo(MISSING);
        assertThat(metric(metric).seconds()).as(metric.name()).isNull();
        assertThat(metric(metric).reason()).as(metric.name()).isEqualTo(reason);
    }

    private Measure metric(Metric metric) {
        return IncidentMetrics.of(versions(story.events()).getLast(), null).metric(metric);
    }

    private Reached began(Metric metric) {
        return Objects.requireNonNull(metric(metric).from());
    }

    private Reached ended(Metric metric) {
        return Objects.requireNonNull(metric(metric).to());
    }

    private Standing standing() {
        return versions(story.events()).getLast().standing();
    }

    private Instant recordedAt(int event) {
        return story.events().get(event).stamp().recordedAt();
    }

    private static List<MetricsRow.Version> versions(List<RecordedEvent> events) {
        return Replay.of(new MetricsFold(), events)
                .all(MetricsRow.Version.class)
                .toList();
    }
}
