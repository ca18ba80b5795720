package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionCommand.ChooseOption;
import io.decklog.api.incident.DecisionCommand.RaiseDecision;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryCommand.CorrectEntry;
import io.decklog.api.incident.EntryCommand.StrikeEntry;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.InvestigationCommand.RecordObservation;
import io.decklog.api.incident.LifecycleCommand.ChangeSeverity;
import io.decklog.api.incident.LifecycleCommand.CloseIncident;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleCommand.MarkMitigated;
import io.decklog.api.incident.LifecycleCommand.ReopenIncident;
import io.decklog.api.incident.LifecycleCommand.ResolveIncident;
import io.decklog.api.incident.LifecycleEvent.SeverityChanged;
import io.decklog.api.incident.MitigationCommand.ApplyMitigation;
import io.decklog.api.incident.MitigationCommand.CompletePermanentFix;
import io.decklog.api.incident.MitigationCommand.PlanPermanentFix;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.MitigationKind;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.RejectionCode;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentDeciderTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final Instant T = Instant.parse("2026-03-30T08:14:00Z");
    private static final DecisionId DECISION = new DecisionId(new UUID(0, 20));
    private static final MitigationId MITIGATION = new MitigationId(new UUID(0, 30));

    private final DeclareIncident declare = new DeclareIncident(
            INCIDENT,
            stamp(1),
            new IncidentNumber(1),
            "Ingress rejects users",
            Severity.SEV2,
            IncidentKind.LIVE,
            List.of("ingress"),
            null,
            null,
            null,
            null);

    @Test
    void a_severity_changes_from_what_it_was() {
        assertThat(IncidentDecider.decide(severity(2, Severity.SEV1), given(declare)))
                .containsExactly(new SeverityChanged(
                        INCIDENT, stamp(2).recordedAt(T.plusNanos(1_000)), Severity.SEV2, Severity.SEV1, "worse"));
    }

    @Test
    void the_same_severity_again_records_nothing() {
        assertThat(IncidentDecider.decide(severity(2, Severity.SEV2), given(declare)))
                .isEmpty();
    }

    @Test
    void nothing_but_a_declaration_happens_to_an_unknown_incident() {
        refused(RejectionCode.UNKNOWN_INCIDENT, severity(2, Severity.SEV1));
    }

    @Test
    void a_closed_incident_takes_no_new_entries() {
        refused(RejectionCode.INCIDENT_CLOSED, observe(9), declare, resolve(2), close(3));
    }

    @Test
    void a_closed_incident_can_be_reopened_and_takes_entries_again() {
        assertThat(IncidentDecider.decide(
                        observe(9),
                        given(declare, resolve(2), close(3), new ReopenIncident(INCIDENT, stamp(4), "back"))))
                .hasSize(1);
    }

    @Test
    void the_lifecycle_is_kept() {
        refused(RejectionCode.INCIDENT_NOT_RESOLVED, close(9), declare);
        refused(RejectionCode.INCIDENT_ALREADY_RESOLVED, resolve(9), declare, resolve(2));
        refused(RejectionCode.INCIDENT_ALREADY_MITIGATED, mitigated(9), declare, mitigated(2));
        refused(RejectionCode.INCIDENT_NOT_OVER, new ReopenIncident(INCIDENT, stamp(9), "back"), declare);
    }

    @Test
    void an_id_is_given_once() {
        refused(RejectionCode.ID_TAKEN, observe(2), declare, observe(2));
    }

    @Test
    void a_choice_is_one_of_the_options() {
        var raise = new RaiseDecision(
                INCIDENT, stamp(20), DECISION, "which?", List.of(new Option("a", null, null, null)), List.of(), null);

        refused(RejectionCode.CHOICE_NOT_AMONG_OPTIONS, choose(21, "b"), declare, raise);
        assertThat(IncidentDecider.decide(choose(21, "a"), given(declare, raise)))
                .singleElement()
                .isInstanceOf(DecisionRecorded.class);
        refused(RejectionCode.DECISION_ALREADY_RECORDED, choose(22, "a"), declare, raise, choose(21, "a"));
        refused(RejectionCode.UNKNOWN_DECISION, choose(22, "a"), declare);
    }

    @Test
    void debt_is_planned_before_it_is_paid_and_also_after_the_incident_is_closed() {
        var complete = new CompletePermanentFix(INCIDENT, stamp(9), MITIGATION, null);
        var plan = new PlanPermanentFix(INCIDENT, stamp(8), MITIGATION, "platform", T, "mend it", null, null);

        refused(RejectionCode.PERMANENT_FIX_NOT_PLANNED, complete, declare, apply(Permanence.STOPGAP));
        refused(RejectionCode.MITIGATION_NOT_A_STOPGAP, plan, declare, apply(Permanence.PERMANENT));
        refused(RejectionCode.UNKNOWN_MITIGATION, plan, declare);
        assertThat(IncidentDecider.decide(
                        complete, given(declare, apply(Permanence.STOPGAP), resolve(2), close(3), plan)))
                .hasSize(1);
    }

    @Test
    void a_struck_entry_is_neither_corrected_nor_struck_again() {
        var entry = new EntryId(new UUID(0, 2));
        var strike = new StrikeEntry(INCIDENT, stamp(3), entry, "wrong cluster");

        refused(
                RejectionCode.ENTRY_STRUCK,
                new CorrectEntry(INCIDENT, stamp(4), entry, "new", "typo"),
                declare,
                observe(2),
                strike);
        refused(RejectionCode.UNKNOWN_ENTRY, strike, declare);
    }

    private static void refused(RejectionCode code, IncidentCommand command, IncidentCommand... history) {
        var state = given(history);
        assertThatExceptionOfType(IncidentRejected.class)
                .isThrownBy(() -> IncidentDecider.decide(command, state))
                .satisfies(rejected -> assertThat(rejected.rejection().code()).isEqualTo(code));
    }

    private static IncidentState given(IncidentCommand... history) {
        IncidentState state = new IncidentState.NotDeclared();
        for (var command : history) {
            for (var event : IncidentDecider.decide(command, state)) {
                state = state.evolve(event);
            }
        }
        return state;
    }

    private static Stamp stamp(int id) {
        return new Stamp(new UUID(0, id), new Attribution("dana", "dana", null), T, T, null, null);
    }

    private static ChangeSeverity severity(int id, Severity to) {
        return new ChangeSeverity(INCIDENT, stamp(id), to, "worse");
    }

    private static RecordObservation observe(int id) {
        return new RecordObservation(INCIDENT, stamp(id), "5xx at 12 %", null, List.of());
    }

    private static ResolveIncident resolve(int id) {
        return new ResolveIncident(INCIDENT, stamp(100 + id), "done");
    }

    private static CloseIncident close(int id) {
        return new CloseIncident(INCIDENT, stamp(100 + id), null);
    }

    private static MarkMitigated mitigated(int id) {
        return new MarkMitigated(INCIDENT, stamp(100 + id), null);
    }

    private static ChooseOption choose(int id, String name) {
        return new ChooseOption(
                INCIDENT, stamp(id), DECISION, new Choice(name, "users suffer", List.of(), "noor", List.of(), null));
    }

    private static ApplyMitigation apply(Permanence permanence) {
        return new ApplyMitigation(
                INCIDENT,
                stamp(30),
                MITIGATION,
                "rule off",
                MitigationKind.CONFIGURATION,
                permanence,
                null,
                null,
                null);
    }
}
