package io.decklog.query.story;

import io.decklog.api.incident.*;
import io.decklog.api.incident.CoordinationEvent.*;
import io.decklog.api.incident.DeadlineEvent.*;
import io.decklog.api.incident.DecisionEvent.*;
import io.decklog.api.incident.EntryEvent.*;
import io.decklog.api.incident.InvestigationEvent.*;
import io.decklog.api.incident.LifecycleEvent.*;
import io.decklog.api.incident.MitigationEvent.*;
import io.decklog.query.projection.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An incident told event by event. Each is recorded a minute after the one before, and occurred when it was recorded
 * unless said otherwise; ids count up, so that the same story always has the same ids.
 */
public final class Story {

    private static final Option FAIL_OVER = new Option("fail over", "quick", "split brain", null);
    private static final Option WAIT = new Option("wait", null, null, null);

    public static final Instant START = Instant.parse("2026-03-30T08:00:00Z");

    private final IncidentId id;
    private final IncidentNumber number;
    private final List<RecordedEvent> events = new ArrayList<>();
    private Instant now = START;
    private String by = "ana";
    private String summary = "Customers cannot pay";
    private @Nullable Duration ago;

    public Story(long number) {
        this.number = new IncidentNumber(number);
        this.id = new IncidentId(idOf(1));
    }

    public IncidentId id() {
        return id;
    }

    public IncidentNumber number() {
        return number;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public RecordedEvent last() {
        return events.getLast();
    }

    /** Who makes the entries from here on. */
    public Story by(String person) {
        this.by = person;
        return this;
    }

    /** What the declaration will say in short. */
    public Story summary(String text) {
        this.summary = text;
        return this;
    }

    /** The next entry happened that long before it is recorded. */
    public Story ago(Duration before) {
        this.ago = before;
        return this;
    }

    public UUID declared(String title, Severity severity, String... services) {
        return take(stamp -> new IncidentDeclared(
                id,
                stamp,
                number,
                title,
                severity,
                IncidentKind.LIVE,
                List.of(services),
                summary,
                null,
                stamp.occurredAt().minus(Duration.ofMinutes(3)),
                new SourceReference("pager", "P" + number.value()),
                null));
    }

    /** A declaration that says when the trouble began, or does not. */
    public UUID declared(IncidentKind kind, @Nullable Instant startedAt, @Nullable Instant detectedAt) {
        return declared(kind, startedAt, detectedAt, "checkout");
    }

    /** A declaration that says nothing of that. */
    public UUID declared(IncidentKind kind, String service) {
        return declared(kind, null, null, service);
    }

    private UUID declared(
            IncidentKind kind, @Nullable Instant startedAt, @Nullable Instant detectedAt, String service) {
        return take(stamp -> new IncidentDeclared(
                id,
                stamp,
                number,
                "Checkout fails",
                Severity.SEV2,
                kind,
                List.of(service),
                null,
                startedAt,
                detectedAt,
                null,
                null));
    }

    public UUID severity(Severity from, Severity to) {
        return take(stamp -> new SeverityChanged(id, stamp, from, to, "more customers than thought"));
    }

    public UUID role(Role role, String holder, @Nullable String previous) {
        return take(stamp ->
                new RoleAssigned(id, stamp, role, holder, previous, previous == null ? null : "database is suspected"));
    }

    public UUID observed(String text, String... evidence) {
        return take(stamp -> new ObservationRecorded(id, stamp, text, ObservationSource.METRICS, evidence(evidence)));
    }

    public UUID told(String audience, String message) {
        return told(audience, message, null);
    }

    public UUID told(String audience, String message, @Nullable Instant promisedBy) {
        return take(stamp -> new StatusUpdatePublished(
                id, stamp, audience, message, stamp.occurredAt().plus(Duration.ofMinutes(30)), promisedBy));
    }

    public UUID raised(String question, Option... options) {
        return take(stamp -> new DecisionRaised(
                id, stamp, new DecisionId(stamp.id()), question, Arrays.asList(options), List.of(), null));
    }

    public UUID option(UUID decision, Option option) {
        return take(stamp -> new OptionProposed(id, stamp, new DecisionId(decision), option));
    }

    public UUID objected(UUID decision, String who, String text) {
        return take(stamp -> new ObjectionRaised(id, stamp, new DecisionId(decision), who, text));
    }

    public UUID decided(String question, List<Option> options, String chosen, String... evidence) {
        return take(stamp -> recorded(stamp, stamp.id(), question, options, chosen, evidence));
    }

    public UUID chose(UUID decision, String question, List<Option> options, String chosen, String... evidence) {
        return take(stamp -> recorded(stamp, decision, question, options, chosen, evidence));
    }

    private DecisionRecorded recorded(
            Stamp stamp, UUID decision, String question, List<Option> options, String chosen, String... evidence) {
        return new DecisionRecorded(
                id,
                stamp,
                new DecisionId(decision),
                question,
                options,
                new Choice(chosen, "it is quicker", evidence(evidence), by, List.of("ben"), "errors below 1 %"),
                null);
    }

    public UUID superseded(UUID decision, UUID byDecision) {
        return take(stamp -> new DecisionSuperseded(
                id, stamp, new DecisionId(decision), new DecisionId(byDecision), "the load moved"));
    }

    public UUID mitigation(String description, Permanence permanence, @Nullable UUID decision) {
        return take(stamp -> new MitigationApplied(
                id,
                stamp,
                new MitigationId(stamp.id()),
                description,
                MitigationKind.SCALE_UP,
                permanence,
                decision == null ? null : new DecisionId(decision),
                "costs more",
                "the leak is mended"));
    }

    public UUID assessed(UUID mitigation, MitigationEffect effect) {
        return take(stamp -> new MitigationAssessed(id, stamp, new MitigationId(mitigation), effect, List.of()));
    }

    public UUID rolledBack(UUID mitigation) {
        return take(stamp -> new MitigationRolledBack(id, stamp, new MitigationId(mitigation), "no longer needed"));
    }

    public UUID fixPlanned(UUID mitigation, String owner, Instant dueAt) {
        return take(stamp -> new PermanentFixPlanned(
                id, stamp, new MitigationId(mitigation), owner, dueAt, "mend the leak", "PAY-7", null));
    }

    public UUID fixCompleted(UUID mitigation) {
        return take(stamp -> new PermanentFixCompleted(id, stamp, new MitigationId(mitigation), "deployed in 4.2"));
    }

    public UUID mitigated() {
        return take(stamp -> new IncidentMitigated(id, stamp, "traffic is served again"));
    }

    public UUID resolved() {
        return take(stamp -> new IncidentResolved(id, stamp, "the leak is gone"));
    }

    public UUID reopened() {
        return take(stamp -> new IncidentReopened(id, stamp, "errors are back"));
    }

    public UUID closed() {
        return take(stamp -> new IncidentClosed(id, stamp, null));
    }

    public UUID corrected(UUID entry, String text) {
        return take(stamp -> new EntryCorrected(id, stamp, new EntryId(entry), text, "a typing mistake"));
    }

    public UUID struck(UUID entry) {
        return take(stamp -> new EntryStruck(id, stamp, new EntryId(entry), "it was another service"));
    }

    public UUID redacted(UUID entry) {
        return take(stamp -> new EntryRedacted(id, stamp, new EntryId(entry), "it names a customer"));
    }

    public UUID pinned(UUID entry) {
        return take(stamp -> new EntryPinned(id, stamp, new EntryId(entry)));
    }

    public UUID retitled(String title) {
        return take(stamp -> new IncidentRetitled(id, stamp, title));
    }

    public UUID cancelled() {
        return take(stamp -> new IncidentCancelled(id, stamp, "it was the load test"));
    }

    public UUID linked(Relation relation, Story other) {
        return take(stamp -> new IncidentsLinked(id, stamp, relation, other.id(), other.number(), null));
    }

    public UUID causedBy(Story other, UUID mitigation) {
        return take(stamp -> new IncidentsLinked(
                id, stamp, Relation.CAUSED_BY_MITIGATION, other.id(), other.number(), new MitigationId(mitigation)));
    }

    public UUID released(Role role, String holder) {
        return take(stamp -> new RoleReleased(id, stamp, role, holder));
    }

    public UUID delegated(String description, String assignee) {
        return take(stamp -> new TaskDelegated(
                id,
                stamp,
                new TaskId(stamp.id()),
                description,
                assignee,
                stamp.occurredAt().plus(Duration.ofHours(1))));
    }

    public UUID reassigned(UUID task, String assignee, String previous) {
        return take(stamp -> new TaskReassigned(id, stamp, new TaskId(task), assignee, previous));
    }

    public UUID done(UUID task) {
        return take(stamp -> new TaskCompleted(id, stamp, new TaskId(task), "the logs are in the ticket"));
    }

    public UUID guessed(String text, String... evidence) {
        return take(stamp -> new HypothesisProposed(id, stamp, new HypothesisId(stamp.id()), text, evidence(evidence)));
    }

    public UUID confirmed(UUID hypothesis, String... evidence) {
        return take(stamp -> new HypothesisConfirmed(
                id, stamp, new HypothesisId(hypothesis), "it fits the graphs", evidence(evidence)));
    }

    public UUID ruledOut(UUID hypothesis) {
        return take(stamp ->
                new HypothesisRuledOut(id, stamp, new HypothesisId(hypothesis), "it was deployed later", List.of()));
    }

    public UUID suffered(String service, String description, @Nullable Instant to) {
        return take(stamp -> new ImpactRecorded(
                id, stamp, service, description, stamp.occurredAt().minus(Duration.ofMinutes(20)), to));
    }

    public UUID missed(UUID since, @Nullable String audience) {
        return take(stamp -> new StatusUpdateMissed(id, stamp, new EntryId(since), audience, Severity.SEV2));
    }

    public UUID taskOverdue(UUID task, String assignee) {
        return take(stamp -> new TaskOverdue(id, stamp, new TaskId(task), assignee));
    }

    public UUID fixOverdue(UUID mitigation, String owner) {
        return take(stamp -> new PermanentFixOverdue(id, stamp, new MitigationId(mitigation), owner));
    }

    public UUID decisionOverdue(UUID decision) {
        return take(stamp -> new DecisionOverdue(id, stamp, new DecisionId(decision)));
    }

    /** One of each event there is, after the declaration. */
    public void everythingElse() {
        var raised = raised("Wait?", WAIT);
        option(raised, FAIL_OVER);
        objected(raised, "ben", "we do not know enough");
        chose(raised, "Wait?", List.of(WAIT, FAIL_OVER), "wait");
        var decided = decided("Fail over?", List.of(FAIL_OVER, WAIT), "fail over");
        superseded(raised, decided);
        var mitigation = mitigation("More pods", Permanence.STOPGAP, decided);
        assessed(mitigation, MitigationEffect.PARTIAL);
        fixPlanned(mitigation, "fay", START);
        fixCompleted(mitigation);
        rolledBack(mitigation);
        severity(Severity.SEV2, Severity.SEV1);
        role(Role.COMMANDER, "ben", "ana");
        told("customers", "We are on it");
        var observed = observed("error rate 12 %");
        mitigated();
        resolved();
        reopened();
        resolved();
        closed();
        corrected(observed, "error rate 21 %");
        struck(observed);
        pinned(observed);
        retitled("Checkout fails for cards");
        var other = new Story(41);
        linked(Relation.DUPLICATE_OF, other);
        linked(Relation.RELATED, other);
        causedBy(other, idOf(7));
        released(Role.COMMANDER, "ben");
        var task = delegated("ask the vendor for logs", "ben");
        reassigned(task, "chi", "ben");
        done(task);
        var guess = guessed("the certificate has expired");
        confirmed(guess);
        ruledOut(guess);
        suffered("checkout", "one payment in three fails", null);
        suffered("checkout", "one payment in three fails", START);
        redacted(observed("it is Mrs Jones"));
        missed(observed, "customers");
        missed(observed, null);
        taskOverdue(task, "chi");
        fixOverdue(mitigation, "fay");
        decisionOverdue(decided);
        cancelled();
        new ReviewStory(this).everything(decided);
    }

    UUID take(Function<Stamp, IncidentEvent> event) {
        var sequence = events.size() + 1;
        now = sequence == 1 ? START : now.plus(Duration.ofMinutes(1));
        var occurred = ago == null ? now : now.minus(ago);
        var stamp = new Stamp(
                idOf(sequence),
                new Attribution(by, "test", null),
                occurred,
                now,
                null,
                ago == null ? null : "told later");
        ago = null;
        events.add(new RecordedEvent(event.apply(stamp), sequence));
        return stamp.id();
    }

    private UUID idOf(long sequence) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number.value() << 24 | sequence);
    }

    private static List<Evidence> evidence(String... references) {
        return Arrays.stream(references).map(Evidence::new).toList();
    }
}
