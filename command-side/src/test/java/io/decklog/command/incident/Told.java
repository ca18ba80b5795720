package io.decklog.command.incident;

import io.decklog.api.incident.*;
import io.decklog.api.incident.CoordinationCommand.*;
import io.decklog.api.incident.DecisionCommand.*;
import io.decklog.api.incident.EntryCommand.*;
import io.decklog.api.incident.InvestigationCommand.*;
import io.decklog.api.incident.LifecycleCommand.*;
import io.decklog.api.incident.MitigationCommand.*;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands with literal values. The number each begins with is its id, and how many seconds after the start it comes in. */
final class Told {

    static final IncidentId INCIDENT = new IncidentId(id(1_000));
    static final IncidentNumber NUMBER = new IncidentNumber(42);
    static final IncidentId OTHER = new IncidentId(id(2_000));
    static final IncidentNumber OTHER_NUMBER = new IncidentNumber(41);
    static final Instant START = Instant.parse("2026-03-30T08:00:00Z");
    static final Instant LATER = START.plusSeconds(86_400);
    static final String DOCUMENT = "https://grafana.example/d/1";
    static final Option WAIT = new Option("wait", null, "lost orders", Reversibility.REVERSIBLE);
    static final Option FAIL_OVER = new Option("fail over", "quick", "split brain", Reversibility.COSTLY);

    private Told() {}

    static UUID id(long number) {
        return new UUID(0, number);
    }

    static EntryId entry(long number) {
        return new EntryId(id(number));
    }

    static Stamp at(int number) {
        var moment = START.plusSeconds(number);
        return new Stamp(id(number), new Attribution("dana", "dana", null), moment, moment, null, null);
    }

    static List<Evidence> evidence(String... references) {
        return Arrays.stream(references).map(Evidence::new).toList();
    }

    static DeclareIncident declare() {
        return new DeclareIncident(
                INCIDENT,
                at(1),
                NUMBER,
                "Ingress rejects users",
                Severity.SEV2,
                IncidentKind.LIVE,
                List.of("ingress"),
                null,
                null,
                null,
                null,
                null);
    }

    static ChangeSeverity severity(int id, Severity to) {
        return new ChangeSeverity(INCIDENT, at(id), to, "worse");
    }

    static RetitleIncident retitle(int id, String title) {
        return new RetitleIncident(INCIDENT, at(id), title);
    }

    static MarkMitigated mitigate(int id) {
        return new MarkMitigated(INCIDENT, at(id), "old version serves");
    }

    static ResolveIncident resolve(int id) {
        return new ResolveIncident(INCIDENT, at(id), "redeployed");
    }

    static ReopenIncident reopen(int id) {
        return new ReopenIncident(INCIDENT, at(id), "403s are back");
    }

    static CloseIncident close(int id) {
        return new CloseIncident(INCIDENT, at(id), null);
    }

    static CancelIncident cancel(int id) {
        return new CancelIncident(INCIDENT, at(id), "it was the load test");
    }

    static LinkIncidents link(int id, Relation relation, IncidentId other, @Nullable MitigationId mitigation) {
        return new LinkIncidents(INCIDENT, at(id), relation, other, OTHER_NUMBER, mitigation);
    }

    static AssignRole assign(int id, Role role, String holder, @Nullable String handover) {
        return new AssignRole(INCIDENT, at(id), role, holder, handover);
    }

    static ReleaseRole release(int id, Role role) {
        return new ReleaseRole(INCIDENT, at(id), role);
    }

    static PublishStatusUpdate publish(int id, String audience, @Nullable Instant next) {
        return new PublishStatusUpdate(INCIDENT, at(id), audience, "We are on it", next);
    }

    static DelegateTask delegate(int id) {
        return new DelegateTask(INCIDENT, at(id), new TaskId(id(id)), "ask the vendor", "sam", LATER);
    }

    static ReassignTask reassign(int id, int task, String assignee) {
        return new ReassignTask(INCIDENT, at(id), new TaskId(id(task)), assignee);
    }

    static CompleteTask complete(int id, int task) {
        return new CompleteTask(INCIDENT, at(id), new TaskId(id(task)), "done");
    }

    static RecordObservation observe(int id, String... evidence) {
        return new RecordObservation(INCIDENT, at(id), "5xx at 12 %", ObservationSource.METRICS, evidence(evidence));
    }

    static ProposeHypothesis guess(int id, String... evidence) {
        return new ProposeHypothesis(
                INCIDENT, at(id), new HypothesisId(id(id)), "the rule is wrong", evidence(evidence));
    }

    static ConfirmHypothesis confirm(int id, int hypothesis, String... evidence) {
        return new ConfirmHypothesis(
                INCIDENT, at(id), new HypothesisId(id(hypothesis)), "403s ended", evidence(evidence));
    }

    static RuleOutHypothesis ruleOut(int id, int hypothesis, String... evidence) {
        return new RuleOutHypothesis(
                INCIDENT, at(id), new HypothesisId(id(hypothesis)), "403s go on", evidence(evidence));
    }

    static RecordImpact suffer(int id, Instant from, @Nullable Instant to) {
        return new RecordImpact(INCIDENT, at(id), "login", "one login in three fails", from, to);
    }

    static RaiseDecision raise(int id, Option... options) {
        return new RaiseDecision(
                INCIDENT, at(id), new DecisionId(id(id)), "Fail over?", List.of(options), List.of(), LATER);
    }

    static ProposeOption propose(int id, int decision, Option option) {
        return new ProposeOption(INCIDENT, at(id), new DecisionId(id(decision)), option);
    }

    static RaiseObjection object(int id, int decision) {
        return new RaiseObjection(INCIDENT, at(id), new DecisionId(id(decision)), "sam", "the replica lags");
    }

    static Choice choice(String chosen, String... evidence) {
        return new Choice(chosen, "users suffer", evidence(evidence), "noor", List.of("dana"), "403s end");
    }

    static RecordDecision decide(int id, String chosen, Option... options) {
        return new RecordDecision(
                INCIDENT, at(id), new DecisionId(id(id)), "Fail over?", List.of(options), choice(chosen), null);
    }

    static ChooseOption choose(int id, int decision, String chosen, String... evidence) {
        return new ChooseOption(INCIDENT, at(id), new DecisionId(id(decision)), choice(chosen, evidence));
    }

    static SupersedeDecision supersede(int id, int decision, int by) {
        return new SupersedeDecision(
                INCIDENT, at(id), new DecisionId(id(decision)), new DecisionId(id(by)), "the load moved");
    }

    static ApplyMitigation apply(int id, Permanence permanence, @Nullable Integer decision) {
        return new ApplyMitigation(
                INCIDENT,
                at(id),
                new MitigationId(id(id)),
                "rule off",
                MitigationKind.CONFIGURATION,
                permanence,
                decision == null ? null : new DecisionId(id(decision)),
                "no rule",
                "cookie expired");
    }

    static AssessMitigation assess(int id, int mitigation, String... evidence) {
        return new AssessMitigation(
                INCIDENT, at(id), new MitigationId(id(mitigation)), MitigationEffect.PARTIAL, evidence(evidence));
    }

    static RollBackMitigation rollBack(int id, int mitigation) {
        return new RollBackMitigation(INCIDENT, at(id), new MitigationId(id(mitigation)), "new version");
    }

    static PlanPermanentFix plan(int id, int mitigation) {
        return new PlanPermanentFix(
                INCIDENT, at(id), new MitigationId(id(mitigation)), "platform", LATER, "scope the cookie", "P-7", null);
    }

    static CompletePermanentFix fix(int id, int mitigation) {
        return new CompletePermanentFix(INCIDENT, at(id), new MitigationId(id(mitigation)), "rule is on");
    }

    static CorrectEntry correct(int id, int entry) {
        return new CorrectEntry(INCIDENT, at(id), entry(entry), "5xx at 21 %", "digits swapped");
    }

    static StrikeEntry strike(int id, int entry) {
        return new StrikeEntry(INCIDENT, at(id), entry(entry), "wrong cluster");
    }

    static RedactEntry redact(int id, int entry) {
        return new RedactEntry(INCIDENT, at(id), entry(entry), "names a customer");
    }

    static PinEntry pin(int id, int entry) {
        return new PinEntry(INCIDENT, at(id), entry(entry));
    }
}
