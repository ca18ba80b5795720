package io.decklog.query.timeline;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentence a person would write for an entry. */
final class Words {

    /** What a redacted entry says. */
    static final String REDACTED = "This entry was redacted.";

    private final Instant occurredAt;
    private final Function<UUID, String> subjects;

    /**
     * @param occurredAt when what is told happened
     * @param subjects names, quoted, the decision, mitigation, hypothesis or task an entry is about
     */
    Words(Instant occurredAt, Function<UUID, String> subjects) {
        this.occurredAt = occurredAt;
        this.subjects = subjects;
    }

    String textOf(EntryDetails details) {
        return switch (details) {
            case EntryDetails.Declared d -> declared(d);
            case EntryDetails.SeverityChange d -> severity(d);
            case EntryDetails.Mitigated d -> withNote("Mitigated", d.summary());
            case EntryDetails.Resolved d -> withNote("Resolved", d.summary());
            case EntryDetails.Reopened d -> withNote("Reopened", d.reason());
            case EntryDetails.Closed d -> withNote("Closed", d.summary());
            case EntryDetails.RoleTaken d -> withNote(roleTaken(d), d.handover());
            case EntryDetails.StatusUpdate d -> statusUpdate(d);
            case EntryDetails.Observation d -> d.text();
            case EntryDetails.DecisionRaised d -> raised(d);
            case EntryDetails.OptionProposed d -> option(d);
            case EntryDetails.Objection d ->
                "%s objects on %s: %s".formatted(d.by(), about(d.decisionId().value()), d.text());
            case EntryDetails.DecisionTaken d ->
                "%s %s chose “%s”: %s".formatted(sentence(d.question()), d.decidedBy(), d.chosen(), d.rationale());
            case EntryDetails.DecisionSuperseded d ->
                "%s is superseded by %s: %s"
                        .formatted(about(d.decisionId().value()), about(d.by().value()), d.reason());
            case EntryDetails.Mitigation d ->
                "%s (%s): %s"
                        .formatted(
                                d.permanence() == Permanence.STOPGAP ? "Stopgap" : "Permanent mitigation",
                                plain(d.kind()),
                                d.description());
            case EntryDetails.MitigationAssessed d ->
                "%s turned out %s.".formatted(about(d.mitigationId().value()), effect(d));
            case EntryDetails.MitigationRolledBack d ->
                "%s was rolled back: %s".formatted(about(d.mitigationId().value()), d.reason());
            case EntryDetails.PermanentFixPlanned d ->
                "Permanent fix for %s planned, %s owns it, due %s: %s"
                        .formatted(
                                about(d.mitigationId().value()), d.owner(), PlainTime.of(d.dueAt()), d.description());
            case EntryDetails.PermanentFixCompleted d ->
                withNote(
                        "Permanent fix for %s completed"
                                .formatted(about(d.mitigationId().value())),
                        d.note());
            case EntryDetails.ReviewOpened d -> "Review opened, led by %s.".formatted(d.facilitator());
            case EntryDetails.DecisionJudged d ->
                "%s %s: %s"
                        .formatted(
                                about(d.decisionId().value()), Verdicts.of(d.soundness(), d.outcome()), d.reasoning());
            case EntryDetails.ContributingFactor d -> "Contributing factor: " + d.text();
            case EntryDetails.Lesson d -> "Lesson: " + d.text();
            case EntryDetails.ActionItem d -> actionItem(d);
            case EntryDetails.ActionItemCompleted d ->
                withNote("%s is done".formatted(about(d.actionItemId().value())), d.note());
            case EntryDetails.Section d -> "Section “%s”: %s".formatted(d.section(), d.markdown());
            case EntryDetails.PostmortemPublished d ->
                "Postmortem published as version %d, SHA-256 %s.".formatted(d.version(), d.sha256());
            case EntryDetails.PostmortemRevised d -> "Postmortem taken up again: " + d.reason();
            case EntryDetails.Retitled d -> "Retitled to “%s”.".formatted(d.title());
            case EntryDetails.Cancelled d -> withNote("Cancelled", d.reason());
            case EntryDetails.Linked d -> linked(d);
            case EntryDetails.RoleReleased d -> "%s gives up the role of %s.".formatted(d.holder(), plain(d.role()));
            case EntryDetails.TaskDelegated d -> delegated(d);
            case EntryDetails.TaskReassigned d ->
                "%s takes over %s from %s."
                        .formatted(d.assignee(), about(d.taskId().value()), d.previousAssignee());
            case EntryDetails.TaskCompleted d ->
                withNote("%s is done".formatted(about(d.taskId().value())), d.note());
            case EntryDetails.Hypothesis d -> "Hypothesis: " + d.text();
            case EntryDetails.HypothesisConfirmed d ->
                "%s is confirmed: %s".formatted(about(d.hypothesisId().value()), d.reason());
            case EntryDetails.HypothesisRuledOut d ->
                "%s is ruled out: %s".formatted(about(d.hypothesisId().value()), d.reason());
            case EntryDetails.Impact d -> impact(d);
            case EntryDetails.StatusUpdateMissed d -> missed(d);
            case EntryDetails.TaskOverdue d ->
                "%s was due %s, and %s has not completed it."
                        .formatted(about(d.taskId().value()), PlainTime.of(d.dueAt()), d.assignee());
            case EntryDetails.PermanentFixOverdue d ->
                "%s is still in place: %s was to complete the permanent fix by %s."
                        .formatted(about(d.mitigationId().value()), d.owner(), PlainTime.of(d.dueAt()));
            case EntryDetails.DecisionOverdue d ->
                "%s was to be decided by %s, and is not."
                        .formatted(about(d.decisionId().value()), PlainTime.of(d.neededBy()));
            case EntryDetails.Redacted _ -> REDACTED;
        };
    }

    private String about(UUID subject) {
        return subjects.apply(subject);
    }

    private static String declared(EntryDetails.Declared d) {
        var kind = d.kind() == IncidentKind.DRILL ? "drill " : "";
        var affecting = d.services().isEmpty() ? "" : ", affecting " + String.join(", ", d.services());
        return "Declared %s%s as %s%s: %s".formatted(kind, d.number(), d.severity(), affecting, d.title());
    }

    private static String roleTaken(EntryDetails.RoleTaken d) {
        var from = d.previousHolder() == null ? "" : " from " + d.previousHolder();
        return "%s takes the role of %s%s".formatted(d.holder(), plain(d.role()), from);
    }

    private String statusUpdate(EntryDetails.StatusUpdate d) {
        var next = d.nextUpdateBy() == null ? "" : " Next update by " + PlainTime.of(d.nextUpdateBy()) + ".";
        var promised = d.promisedBy() != null && occurredAt.isAfter(d.promisedBy())
                ? ", promised by " + PlainTime.of(d.promisedBy())
                : "";
        return "Status update for %s%s: %s%s"
                .formatted(d.audience(), promised, next.isEmpty() ? d.message() : sentence(d.message()), next);
    }

    private static String severity(EntryDetails.SeverityChange d) {
        return d.to() == d.from()
                ? "Severity stays %s: %s".formatted(d.to(), d.reason())
                : "Severity %s from %s to %s: %s"
                        .formatted(d.to().compareTo(d.from()) < 0 ? "raised" : "lowered", d.from(), d.to(), d.reason());
    }

    private static String raised(EntryDetails.DecisionRaised d) {
        var until = d.neededBy() == null ? "" : " by " + PlainTime.of(d.neededBy());
        return "Decision needed%s: %s%s".formatted(until, d.question(), onTheTable(d.options()));
    }

    private static String onTheTable(List<Option> options) {
        return options.isEmpty()
                ? ""
                : options.stream().map(o -> "“" + o.name() + "”").collect(Collectors.joining(", ", " Options: ", "."));
    }

    private String option(EntryDetails.OptionProposed d) {
        var benefit = d.benefit() == null ? "" : " Benefit: " + sentence(d.benefit());
        var risk = d.risk() == null ? "" : " Risk: " + sentence(d.risk());
        return "Option for %s: %s%s%s"
                .formatted(
                        about(d.decisionId().value()),
                        benefit.isEmpty() && risk.isEmpty() ? d.name() : sentence(d.name()),
                        benefit,
                        risk);
    }

    private static String linked(EntryDetails.Linked d) {
        return switch (d.relation()) {
            case DUPLICATE_OF -> "Duplicate of %s.".formatted(d.number());
            case RELATED -> "Related to %s.".formatted(d.number());
            case CAUSED_BY_MITIGATION -> "Caused by a mitigation of %s.".formatted(d.number());
        };
    }

    private static String delegated(EntryDetails.TaskDelegated d) {
        var due = d.dueAt() == null ? "" : ", due " + PlainTime.of(d.dueAt());
        return "Task for %s%s: %s".formatted(d.assignee(), due, d.description());
    }

    private static String actionItem(EntryDetails.ActionItem d) {
        var due = d.dueAt() == null ? "" : ", due " + PlainTime.of(d.dueAt());
        return "Action item for %s%s: %s".formatted(d.owner(), due, d.description());
    }

    private static String impact(EntryDetails.Impact d) {
        var until = d.to() == null
                ? "since " + PlainTime.of(d.from())
                : "from %s to %s".formatted(PlainTime.of(d.from()), PlainTime.of(d.to()));
        return "Impact on %s %s: %s".formatted(d.service(), until, d.description());
    }

    private static String missed(EntryDetails.StatusUpdateMissed d) {
        return d.audience() == null
                ? "No status update came by %s, though %s asks for one."
                        .formatted(PlainTime.of(d.dueAt()), d.severity())
                : "No status update for %s came by %s, as was promised."
                        .formatted(d.audience(), PlainTime.of(d.dueAt()));
    }

    private static String effect(EntryDetails.MitigationAssessed d) {
        return switch (d.effect()) {
            case EFFECTIVE -> "effective";
            case PARTIAL -> "partly effective";
            case INEFFECTIVE -> "ineffective";
            case HARMFUL -> "harmful";
        };
    }

    private static String withNote(String what, @Nullable String note) {
        return note == null ? what + "." : what + ": " + note;
    }

    /** Ends a text as a sentence, so that another can follow. */
    private static String sentence(String text) {
        return text.isEmpty() || ".?!…".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }

    private static String plain(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
