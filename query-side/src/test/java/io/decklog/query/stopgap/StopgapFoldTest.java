package io.decklog.query.stopgap;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopgapFoldTest {

    private static final Instant DUE = Story.START.plus(Duration.ofDays(7));

    private final Story story = new Story(42);
    private UUID stopgap = new UUID(0, 0);

    @BeforeEach
    void a_stopgap() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        stopgap = story.mitigation("More pods", Permanence.STOPGAP, null);
    }

    @Test
    void a_stopgap_without_a_plan_is_open_debt_that_grows_older() {
        var applied = story.last().stamp().occurredAt();
        var line = ledger(applied.plusSeconds(90)).getFirst();
        assertThat(line.state()).isEqualTo(StopgapState.OPEN);
        assertThat(line.ageSeconds()).isEqualTo(90);
        assertThat(line.exitCondition()).isEqualTo("the leak is mended");
    }

    @Test
    void a_permanent_mitigation_leaves_no_debt() {
        story.mitigation("Mend", Permanence.PERMANENT, null);
        assertThat(ledger(DUE)).hasSize(1);
    }

    @Test
    void a_plan_is_overdue_once_its_time_has_passed() {
        story.fixPlanned(stopgap, "fay", DUE);
        assertThat(ledger(DUE).getFirst().state()).isEqualTo(StopgapState.PLANNED);
        assertThat(ledger(DUE.plusSeconds(1)).getFirst().state()).isEqualTo(StopgapState.OVERDUE);
        assertThat(ledger(DUE).getFirst().owner()).isEqualTo("fay");
    }

    @Test
    void the_log_says_that_a_plan_was_not_kept_until_there_is_another() {
        story.fixPlanned(stopgap, "fay", DUE);
        assertThat(byTheLog()).isEqualTo(StopgapState.PLANNED);
        story.fixOverdue(stopgap, "fay");
        assertThat(byTheLog()).isEqualTo(StopgapState.OVERDUE);
        story.fixPlanned(stopgap, "gus", DUE.plusSeconds(5));
        assertThat(byTheLog()).isEqualTo(StopgapState.PLANNED);
    }

    @Test
    void what_is_struck_is_not_overdue_by_the_log() {
        story.fixPlanned(stopgap, "fay", DUE);
        story.struck(story.fixOverdue(stopgap, "fay"));
        assertThat(byTheLog()).isEqualTo(StopgapState.PLANNED);
    }

    @Test
    void a_later_plan_replaces_the_one_before() {
        story.fixPlanned(stopgap, "fay", DUE);
        story.fixPlanned(stopgap, "gus", DUE.plusSeconds(5));
        assertThat(ledger(DUE).getFirst().owner()).isEqualTo("gus");
    }

    @Test
    void a_completed_fix_pays_the_debt_and_stops_its_age() {
        story.fixPlanned(stopgap, "fay", DUE);
        story.fixCompleted(stopgap);
        var line = ledger(DUE.plusSeconds(999)).getFirst();
        assertThat(line.state()).isEqualTo(StopgapState.PAID);
        assertThat(line.ageSeconds()).isEqualTo(120);
        assertThat(line.settledNote()).isEqualTo("deployed in 4.2");
    }

    @Test
    void a_stopgap_taken_back_is_rolled_back() {
        story.assessed(stopgap, MitigationEffect.HARMFUL);
        story.rolledBack(stopgap);
        assertThat(ledger(DUE).getFirst().state()).isEqualTo(StopgapState.ROLLED_BACK);
        assertThat(ledger(DUE).getFirst().effect()).isEqualTo(MitigationEffect.HARMFUL);
    }

    @Test
    void a_struck_stopgap_stays_struck_through() {
        story.struck(stopgap);
        assertThat(ledger(DUE).getFirst().struck()).isTrue();
    }

    private StopgapState byTheLog() {
        return Replay.of(new StopgapFold(), story.events())
                .all(StopgapRow.Recorded.class)
                .map(row -> StopgapState.byTheLog(row.debt()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_assessment_is_kept_and_the_last_one_counts() {
        story.assessed(stopgap, MitigationEffect.EFFECTIVE);
        story.assessed(stopgap, MitigationEffect.PARTIAL);
        assertThat(ledger(DUE).getFirst().effect()).isEqualTo(MitigationEffect.PARTIAL);
        assertThat(ledger(DUE).getFirst().assessments())
                .extracting(StopgapRow.Assessed::effect)
                .containsExactly(MitigationEffect.EFFECTIVE, MitigationEffect.PARTIAL);
    }

    @Test
    void debt_that_nobody_planned_outlives_the_incident() {
        story.resolved();
        story.closed();
        assertThat(ledger(DUE).getFirst().state()).isEqualTo(StopgapState.OPEN);
        story.fixPlanned(stopgap, "fay", DUE);
        assertThat(ledger(DUE).getFirst().state()).isEqualTo(StopgapState.PLANNED);
    }

    @Test
    void what_was_redacted_does_not_stand_in_the_ledger_but_the_debt_does() {
        story.redacted(stopgap);
        var plan = story.fixPlanned(stopgap, "fay", DUE);
        story.redacted(plan);
        var done = story.fixCompleted(stopgap);
        story.redacted(done);

        var line = ledger(DUE).getFirst();
        assertThat(line.description()).isEqualTo("(redacted)");
        assertThat(line.plan()).isEqualTo("(redacted)");
        assertThat(line.owner()).isEqualTo("fay");
        assertThat(line.exitCondition()).isNull();
        assertThat(line.settledNote()).isNull();
        assertThat(line.state()).isEqualTo(StopgapState.PAID);
    }

    @Test
    void an_incident_says_which_stopgap_caused_it_until_that_is_struck() {
        var caused = new Story(43);
        caused.declared("Search is slow", Severity.SEV3, "search");
        var link = caused.causedBy(story, stopgap);
        assertThat(causes(caused))
                .containsExactly(new StopgapRow.Cause(
                        caused.id(),
                        2,
                        link,
                        story.id(),
                        new MitigationId(stopgap),
                        caused.last().stamp().recordedAt(),
                        null));
        caused.struck(link);
        assertThat(causes(caused))
                .extracting(StopgapRow.Cause::struckAt)
                .containsExactly(caused.last().stamp().recordedAt());
    }

    private static List<StopgapRow.Cause> causes(Story told) {
        return Replay.of(new StopgapFold(), told.events())
                .all(StopgapRow.Cause.class)
                .toList();
    }

    private List<Stopgap> ledger(Instant now) {
        return Replay.of(new StopgapFold(), story.events())
                .all(StopgapRow.Recorded.class)
                .map(row -> Stopgap.of(row, List.of(), now))
                .toList();
    }

    @Test
    void the_ledger_keeps_how_a_stopgap_stood_before() {
        story.fixPlanned(stopgap, "fay", DUE);
        story.observed("error rate 12 %");
        story.rolledBack(stopgap);

        assertThat(formers())
                .extracting(former -> StopgapState.withoutClock(former.was().debt()))
                .containsExactly(StopgapState.OPEN, StopgapState.PLANNED);
        assertThat(formers())
                .extracting(former -> former.was().recordedFrom())
                .containsExactly(recordedAt(1), recordedAt(2));
        assertThat(formers())
                .extracting(StopgapRow.Former::recordedUntil)
                .containsExactly(recordedAt(2), recordedAt(4));
    }

    @Test
    void what_is_redacted_is_gone_from_how_it_stood_before_and_that_is_no_change() {
        var plan = story.fixPlanned(stopgap, "fay", DUE);
        story.rolledBack(stopgap);
        story.redacted(stopgap);
        story.redacted(plan);

        assertThat(formers()).hasSize(2);
        assertThat(formers().toString()).doesNotContain("More pods", "costs more", "mend the leak");
        assertThat(ledger(DUE).getFirst().description()).isEqualTo("(redacted)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void how_a_stopgap_stood_is_what_the_log_of_that_moment_says(long seed) {
        var events = RandomStory.of(seed, 150).events().stream()
                .filter(event -> !(event.event() instanceof EntryEvent.EntryRedacted))
                .toList();
        var whole = Replay.of(new StopgapFold(), events);
        for (var event : events) {
            var moment = event.stamp().recordedAt();
            var live = whole.all(StopgapRow.Recorded.class)
                    .filter(row -> !row.recordedFrom().isAfter(moment));
            var former = whole.all(StopgapRow.Former.class)
                    .filter(row -> !row.was().recordedFrom().isAfter(moment)
                            && row.recordedUntil().isAfter(moment))
                    .map(StopgapRow.Former::was);
            var replayed = Replay.of(new StopgapFold(), IncidentLog.upTo(events, moment))
                    .all(StopgapRow.Recorded.class);
            assertThat(Stream.concat(live, former).map(StopgapFoldTest::stood))
                    .containsExactlyInAnyOrderElementsOf(
                            replayed.map(StopgapFoldTest::stood).toList());
        }
    }

    private static List<Object> stood(StopgapRow.Recorded row) {
        return List.of(row.applied(), row.debt(), row.recordedFrom());
    }

    private List<StopgapRow.Former> formers() {
        return Replay.of(new StopgapFold(), story.events())
                .all(StopgapRow.Former.class)
                .toList();
    }

    private Instant recordedAt(int event) {
        return story.events().get(event).stamp().recordedAt();
    }
}
