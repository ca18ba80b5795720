package io.decklog.query.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Reversibility;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.Replay;
import io.decklog.query.story.Story;
import io.decklog.query.timeline.Lateness;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionFoldTest {

    private static final Option FAIL_OVER = new Option("fail over", "quick", "split brain", null);
    private static final Option WAIT = new Option("wait", null, null, null);
    private static final Lateness LATENESS = new Lateness(Duration.ofMinutes(5));

    private final Story story = new Story(42);

    @BeforeEach
    void an_incident() {
        story.declared("Checkout fails", Severity.SEV2, "checkout");
    }

    @Test
    void a_decision_in_one_call_knows_everything_at_once() {
        var seen = story.observed("error rate 12 %");
        var id = story.decided("Fail over?", List.of(FAIL_OVER, WAIT), "fail over", seen.toString());

        var decision = decision(id);
        assertThat(decision.state()).isEqualTo(DecisionState.RECORDED);
        assertThat(decision.chosen()).isEqualTo("fail over");
        assertThat(decision.decidedBy()).isEqualTo("ana");
        assertThat(decision.evidence()).extracting(Object::toString).containsExactly(seen.toString());
        assertThat(decision.severity()).isEqualTo(Severity.SEV2);
        assertThat(decision.entryId()).isEqualTo(id);
    }

    @Test
    void a_decision_is_overdue_from_when_the_log_says_so_until_it_is_taken() {
        var id = story.raised("Wait?", WAIT);
        assertThat(decision(id).overdue()).isFalse();
        var overdue = story.decisionOverdue(id);
        assertThat(decision(id).overdue()).isTrue();
        story.redacted(overdue);
        assertThat(decision(id).options()).containsExactly(WAIT);
        story.struck(overdue);
        assertThat(decision(id).overdue()).isFalse();
    }

    @Test
    void a_raised_decision_gathers_options_and_objections_until_it_is_taken() {
        var id = story.raised("Wait?", WAIT);
        story.option(id, FAIL_OVER);
        var objection = story.objected(id, "ben", "we do not know enough");
        assertThat(decision(id).state()).isEqualTo(DecisionState.RAISED);
        assertThat(decision(id).options()).containsExactly(WAIT, FAIL_OVER);

        var entry = story.chose(id, "Wait?", List.of(WAIT, FAIL_OVER), "wait");

        assertThat(decision(id).state()).isEqualTo(DecisionState.RECORDED);
        assertThat(decision(id).entryId()).isEqualTo(entry);
        assertThat(decision(id).objections())
                .extracting(DecisionRow.Objection::entryId)
                .containsExactly(objection);
    }

    @Test
    void severity_and_services_are_those_of_the_moment_it_was_decided() {
        var before = story.decided("Wait?", List.of(WAIT), "wait");
        story.severity(Severity.SEV2, Severity.SEV1);
        var after = story.decided("Fail over?", List.of(FAIL_OVER), "fail over");

        assertThat(decision(before).severity()).isEqualTo(Severity.SEV2);
        assertThat(decision(after).severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void a_decision_any_stopgap_carries_out_is_a_stopgap() {
        var id = story.decided("Wait?", List.of(WAIT), "wait");
        assertThat(decision(id).permanence()).isNull();
        story.mitigation("mend", Permanence.PERMANENT, id);
        assertThat(decision(id).permanence()).isEqualTo(Permanence.PERMANENT);
        story.mitigation("more pods", Permanence.STOPGAP, id);
        assertThat(decision(id).permanence()).isEqualTo(Permanence.STOPGAP);
        assertThat(decision(id).mitigations()).hasSize(2);
    }

    @Test
    void a_superseded_decision_and_the_newer_one_know_of_each_other() {
        var older = story.decided("Wait?", List.of(WAIT), "wait");
        var newer = story.decided("Fail over?", List.of(FAIL_OVER), "fail over");
        story.superseded(older, newer);

        assertThat(decision(older).superseded()).isTrue();
        assertThat(decision(older).supersededBy()).hasToString(newer.toString());
        assertThat(decision(newer).supersedes()).extracting(Object::toString).containsExactly(older.toString());
    }

    @Test
    void strikes_and_corrections_reach_the_decision_and_its_objections_through_their_entries() {
        var id = story.raised("Wait?", WAIT);
        var objection = story.objected(id, "ben", "we do not know enough");
        var entry = story.chose(id, "Wait?", List.of(WAIT), "wait");
        story.corrected(objection, "we know nothing");
        story.struck(objection);
        story.corrected(entry, "we waited");
        story.struck(entry);

        var decision = decision(id);
        assertThat(decision.objections().getFirst().text()).isEqualTo("we know nothing");
        assertThat(decision.objections().getFirst().struck()).isTrue();
        assertThat(decision.correctedText()).isEqualTo("we waited");
        assertThat(decision.struck()).isTrue();
    }

    @Test
    void a_decision_told_late_is_late() {
        var id = story.ago(Duration.ofHours(1)).decided("Wait?", List.of(WAIT), "wait");
        assertThat(decision(id).late()).isTrue();
        assertThat(decision(id).decidedAt()).isEqualTo(decision(id).recordedAt().minus(Duration.ofHours(1)));
    }

    @Test
    void a_mitigation_tells_whether_it_helped_and_counts_no_more_once_it_is_struck() {
        var id = story.decided("Wait?", List.of(WAIT), "wait");
        var mitigation = story.mitigation("more pods", Permanence.STOPGAP, id);
        story.assessed(mitigation, MitigationEffect.PARTIAL);
        var mistaken = story.assessed(mitigation, MitigationEffect.HARMFUL);
        var rolledBack = story.rolledBack(mitigation);
        assertThat(decision(id).mitigations())
                .extracting(Decision.Mitigation::effect, Decision.Mitigation::rolledBackAt)
                .containsExactly(
                        tuple(MitigationEffect.HARMFUL, story.last().stamp().occurredAt()));

        story.struck(mistaken);
        story.struck(rolledBack);
        assertThat(decision(id).mitigations())
                .extracting(Decision.Mitigation::effect, Decision.Mitigation::rolledBackAt)
                .containsExactly(tuple(MitigationEffect.PARTIAL, null));

        story.struck(mitigation);
        assertThat(decision(id).permanence()).isNull();
        assertThat(decision(id).mitigationKinds()).isEmpty();
        assertThat(decision(id).mitigations().getFirst().struck()).isTrue();
    }

    @Test
    void the_redaction_of_a_mitigation_takes_its_description_and_leaves_the_decision() {
        var id = story.decided("Wait?", List.of(WAIT), "wait");
        var mitigation = story.mitigation("more pods", Permanence.STOPGAP, id);
        story.redacted(mitigation);

        assertThat(decision(id).mitigations().getFirst().description()).isEqualTo("(redacted)");
        assertThat(decision(id).question()).isEqualTo("Wait?");
        assertThat(decision(id).options()).containsExactly(WAIT);
    }

    @Test
    void the_redaction_of_a_decision_takes_the_addresses_it_cites_and_leaves_the_entries() {
        var seen = story.observed("error rate 12 %");
        var id = story.decided("Wait?", List.of(WAIT), "wait", seen.toString(), "https://example.com/?token=hunter2");
        story.redacted(id);

        assertThat(decision(id).evidence()).extracting(Object::toString).containsExactly(seen.toString());
    }

    @Test
    void it_is_over_an_objection_if_that_came_before_it_and_stands() {
        var id = story.raised("Wait?", WAIT);
        var objection = story.objected(id, "ben", "we do not know enough");
        assertThat(decision(id).overObjection()).isFalse();
        story.chose(id, "Wait?", List.of(WAIT), "wait");
        assertThat(decision(id).overObjection()).isTrue();
        story.struck(objection);
        story.objected(id, "chi", "too late");
        assertThat(decision(id).overObjection()).isFalse();
    }

    @Test
    void it_is_as_reversible_as_the_option_that_was_chosen() {
        var drop = new Option("drop the table", null, null, Reversibility.IRREVERSIBLE);
        var id = story.decided("How?", List.of(WAIT, drop), "drop the table");
        assertThat(decision(id).reversibility()).isEqualTo(Reversibility.IRREVERSIBLE);
        assertThat(decision(story.decided("How?", List.of(WAIT, drop), "wait")).reversibility())
                .isNull();
        story.redacted(id);
        assertThat(decision(id).reversibility())
                .as("nobody knows any more which option was chosen")
                .isNull();
    }

    @Test
    void a_question_whose_entry_is_struck_is_struck_until_it_is_decided() {
        var id = story.raised("Wait?", WAIT);
        story.struck(id);
        assertThat(decision(id).struck()).isTrue();
        story.chose(id, "Wait?", List.of(WAIT), "wait");
        assertThat(decision(id).struck()).isFalse();
    }

    private Decision decision(UUID id) {
        return Replay.of(new DecisionFold(LATENESS), story.events())
                .all(DecisionRow.Recorded.class)
                .filter(row -> row.matter().decisionId().value().equals(id))
                .map(Decision::of)
                .findFirst()
                .orElseThrow();
    }
}
