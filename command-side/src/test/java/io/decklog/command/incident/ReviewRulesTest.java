package io.decklog.command.incident;

import static io.decklog.command.incident.Told.INCIDENT;
import static io.decklog.command.incident.Told.START;
import static io.decklog.command.incident.Told.at;
import static io.decklog.command.incident.Told.id;
import static io.decklog.command.incident.ToldInReview.TEXT;
import static io.decklog.command.incident.ToldInReview.complete;
import static io.decklog.command.incident.ToldInReview.factor;
import static io.decklog.command.incident.ToldInReview.item;
import static io.decklog.command.incident.ToldInReview.judge;
import static io.decklog.command.incident.ToldInReview.lesson;
import static io.decklog.command.incident.ToldInReview.open;
import static io.decklog.command.incident.ToldInReview.publish;
import static io.decklog.command.incident.ToldInReview.revise;
import static io.decklog.command.incident.ToldInReview.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.evolution.EventJson;
import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionCommand.ChooseOption;
import io.decklog.api.incident.DecisionCommand.RaiseDecision;
import io.decklog.api.incident.DecisionCommand.RecordDecision;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryCommand.CorrectEntry;
import io.decklog.api.incident.EntryCommand.RedactEntry;
import io.decklog.api.incident.EntryCommand.StrikeEntry;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.LifecycleCommand.CancelIncident;
import io.decklog.api.incident.LifecycleCommand.CloseIncident;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.ReviewCommand.PublishPostmortem;
import io.decklog.api.incident.ReviewEvent.ActionItemAdded;
import io.decklog.api.incident.ReviewEvent.ActionItemCompleted;
import io.decklog.api.incident.ReviewEvent.ContributingFactorIdentified;
import io.decklog.api.incident.ReviewEvent.DecisionJudged;
import io.decklog.api.incident.ReviewEvent.LessonRecorded;
import io.decklog.api.incident.ReviewEvent.PostmortemPublished;
import io.decklog.api.incident.ReviewEvent.PostmortemRevised;
import io.decklog.api.incident.ReviewEvent.ReviewOpened;
import io.decklog.api.incident.ReviewEvent.SectionWritten;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.IncidentState.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The number each command begins with is its id, and how many seconds after the start it comes in. */
class ReviewRulesTest {

    private static final Option WAIT = new Option("wait", null, null, null);
    private static final Choice CHOICE = new Choice("wait", "it is late", List.of(), "dana", List.of(), null);
    /** Of {@link ToldInReview#TEXT}, as {@code sha256sum} gives it. */
    private static final String SHA256 = "e636b701b4438955da3495de42de54dc0e9bf5b3d853102537bac7119836ea6a";

    @ParameterizedTest
    @EnumSource
    void a_review_is_opened_in_every_phase(Phase phase) {
        then(given(phase), open(30), new ReviewOpened(INCIDENT, at(30), "ines"));
    }

    @ParameterizedTest
    @EnumSource
    void a_review_is_opened_once(Phase phase) {
        refused(RejectionCode.REVIEW_ALREADY_OPEN, given(phase, open(30)), open(31));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_found_before_the_review_is_open(Phase phase) {
        var unreviewed = given(phase);
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, judge(31, 4));
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, factor(31));
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, lesson(31));
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, item(31));
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, section(31));
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, publish(31));
        refused(RejectionCode.REVIEW_NOT_OPEN, unreviewed, revise(31));
        refused(RejectionCode.UNKNOWN_ACTION_ITEM, unreviewed, complete(31, 30));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_review_finds_is_taken_in_in_every_phase(Phase phase) {
        var reviewed = given(phase, open(30));
        then(reviewed, factor(31), new ContributingFactorIdentified(INCIDENT, at(31), "one rule everywhere"));
        then(reviewed, lesson(31), new LessonRecorded(INCIDENT, at(31), "one cluster first"));
        then(
                reviewed,
                item(31),
                new ActionItemAdded(
                        INCIDENT, at(31), new ActionItemId(id(31)), "Roll out by cluster", "ravi", START, "EDGE-311"));
        then(
                reviewed,
                section(31),
                new SectionWritten(INCIDENT, at(31), new SectionName("what-went-well"), "The **rollback**."));
    }

    @ParameterizedTest
    @EnumSource
    void an_action_item_is_completed_in_every_phase(Phase phase) {
        then(
                given(phase, open(30), item(31)),
                complete(32, 31),
                new ActionItemCompleted(INCIDENT, at(32), new ActionItemId(id(31)), "in pipeline 7"));
    }

    @Test
    void an_action_item_is_completed_once() {
        var done = given(open(30), item(31), complete(32, 31));
        refused(RejectionCode.ACTION_ITEM_ALREADY_COMPLETED, done, complete(33, 31));
        refused(RejectionCode.UNKNOWN_ACTION_ITEM, done, complete(33, 30));
    }

    @Test
    void an_action_item_whose_completion_is_struck_is_open_again() {
        var struck = given(open(30), item(31), complete(32, 31), strike(33, 32));
        then(
                struck,
                complete(34, 31),
                new ActionItemCompleted(INCIDENT, at(34), new ActionItemId(id(31)), "in pipeline 7"));
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_is_judged_on_what_was_recorded_before_it_was_taken(Phase phase) {
        then(given(phase, open(30)), judge(31, 4), judged(31, 4, 1, 2, 3));
    }

    @Test
    void what_is_recorded_or_told_of_earlier_times_after_a_decision_was_not_known() {
        var backDated = new Stamp(
                id(6),
                new Attribution("dana", "dana", null),
                START.minusSeconds(900),
                START.plusSeconds(6),
                null,
                null);
        var later = given(new RecordObservation(INCIDENT, backDated, "already broken", null, List.of()), open(30));
        then(later, judge(31, 4), judged(31, 4, 1, 2, 3));
    }

    @Test
    void what_was_known_remains_known_when_it_is_corrected_struck_or_redacted_later() {
        var changed = given(
                new CorrectEntry(INCIDENT, at(5), new EntryId(id(2)), "0.5 %", "typing"),
                strike(6, 3),
                new RedactEntry(INCIDENT, at(7), new EntryId(id(1)), "names a customer"),
                open(30));
        then(changed, judge(31, 4), judged(31, 4, 1, 2, 3));
    }

    @Test
    void a_decision_that_was_raised_first_is_judged_on_what_was_recorded_until_it_was_taken() {
        var raised = new RaiseDecision(
                INCIDENT, at(5), new DecisionId(id(5)), "Vouchers off?", List.of(WAIT), List.of(), null);
        var taken = given(
                raised,
                observe(6),
                new ChooseOption(INCIDENT, at(7), new DecisionId(id(5)), CHOICE),
                observe(8),
                open(30));
        then(taken, judge(31, 5), judged(31, 5, 1, 2, 3, 4, 5, 6));
    }

    @Test
    void a_decision_is_judged_again_on_the_same_grounds() {
        then(given(open(30), judge(31, 4)), judge(32, 4), judged(32, 4, 1, 2, 3));
    }

    @Test
    void what_is_no_decision_or_not_taken_yet_is_not_judged() {
        var raised = given(
                new RaiseDecision(INCIDENT, at(5), new DecisionId(id(5)), "Off?", List.of(WAIT), List.of(), null),
                open(30));
        refused(RejectionCode.UNKNOWN_DECISION, raised, judge(31, 3));
        refused(RejectionCode.DECISION_NOT_RECORDED, raised, judge(31, 5));
    }

    @ParameterizedTest
    @EnumSource
    void a_postmortem_is_published_in_every_phase(Phase phase) {
        then(
                given(phase, open(30)),
                publish(31),
                new PostmortemPublished(INCIDENT, at(31), 1, TEXT, SHA256, 31, 1_712));
    }

    @Test
    void a_postmortem_is_revised_before_the_next_version() {
        var published = given(open(30), publish(31));
        refused(RejectionCode.POSTMORTEM_ALREADY_PUBLISHED, published, publish(32));
        then(published, revise(32), new PostmortemRevised(INCIDENT, at(32), "more users"));
        var revised = given(open(30), publish(31), revise(32));
        refused(RejectionCode.POSTMORTEM_NOT_PUBLISHED, revised, revise(33));
        then(revised, publish(33), new PostmortemPublished(INCIDENT, at(33), 2, TEXT, SHA256, 33, 1_712));
    }

    @Test
    void what_is_not_published_is_not_revised() {
        refused(RejectionCode.POSTMORTEM_NOT_PUBLISHED, given(open(30)), revise(31));
    }

    @Test
    void a_text_that_could_not_be_read_back_is_not_published() {
        var endless = "x".repeat(ReviewRules.LONGEST_POSTMORTEM + 1);
        refused(
                RejectionCode.POSTMORTEM_TOO_LARGE,
                given(open(30)),
                new PublishPostmortem(INCIDENT, at(31), endless, 5, 9));
    }

    @Test
    void a_state_with_a_review_comes_back_from_json_as_it_was() {
        var state = given(open(30), item(31), item(32), complete(33, 31), publish(34), revise(35));
        var json = EventJson.mapper();

        assertThat(json.readValue(json.writeValueAsString(state), IncidentState.class))
                .isEqualTo(state);
    }

    private static IncidentState given(Phase phase, IncidentCommand... more) {
        var all = new ArrayList<>(reaching(phase));
        all.addAll(List.of(more));
        return given(all.toArray(IncidentCommand[]::new));
    }

    private static List<IncidentCommand> reaching(Phase phase) {
        return switch (phase) {
            case OPEN -> List.of();
            case MITIGATED -> List.of(new MarkMitigated(INCIDENT, at(20), null));
            case RESOLVED -> List.of(new ResolveIncident(INCIDENT, at(20), null));
            case CLOSED ->
                List.of(new ResolveIncident(INCIDENT, at(20), null), new CloseIncident(INCIDENT, at(21), null));
            case CANCELLED -> List.of(new CancelIncident(INCIDENT, at(20), "the load test"));
        };
    }

    /** An incident with two observations and a decision, and what was said afterwards. */
    private static IncidentState given(IncidentCommand... more) {
        var declare = new DeclareIncident(
                INCIDENT,
                at(1),
                new IncidentNumber(42),
                "Ingress rejects users",
                Severity.SEV2,
                IncidentKind.LIVE,
                List.of("ingress"),
                null,
                null,
                null,
                null,
                null);
        var decide =
                new RecordDecision(INCIDENT, at(4), new DecisionId(id(4)), "Fail over?", List.of(WAIT), CHOICE, null);
        IncidentState state = new IncidentState.NotDeclared();
        for (var command : List.of(declare, observe(2), observe(3), decide)) {
            state = after(command, state);
        }
        for (var command : more) {
            state = after(command, state);
        }
        return state;
    }

    private static IncidentState after(IncidentCommand command, IncidentState state) {
        for (var event : IncidentDecider.decide(command, state)) {
            state = state.evolve(event);
        }
        return state;
    }

    private static void then(IncidentState given, IncidentCommand when, IncidentEvent then) {
        assertThat(IncidentDecider.decide(when, given)).containsExactly(then);
    }

    private static void refused(RejectionCode code, IncidentState given, IncidentCommand command) {
        assertThatExceptionOfType(IncidentRejected.class)
                .as(command.getClass().getSimpleName())
                .isThrownBy(() -> IncidentDecider.decide(command, given))
                .satisfies(rejected -> assertThat(rejected.rejection().code()).isEqualTo(code));
    }

    private static RecordObservation observe(int id) {
        return new RecordObservation(INCIDENT, at(id), "5xx at 12 %", null, List.of());
    }

    private static StrikeEntry strike(int id, int entry) {
        return new StrikeEntry(INCIDENT, at(id), new EntryId(id(entry)), "wrong cluster");
    }

    private static DecisionJudged judged(int id, int decision, Integer... known) {
        return new DecisionJudged(
                INCIDENT,
                at(id),
                new DecisionId(id(decision)),
                Soundness.SOUND,
                Outcome.WRONG,
                "the cache was cold",
                List.of(known).stream().map(number -> new EntryId(id(number))).toList());
    }
}
