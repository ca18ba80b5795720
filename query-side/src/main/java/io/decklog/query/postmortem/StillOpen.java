package io.decklog.query.postmortem;

import io.decklog.query.decision.Decision;
import io.decklog.query.decision.DecisionState;
import io.decklog.query.incident.Incident;
import io.decklog.query.postmortem.Postmortem.Mitigation;
import io.decklog.query.postmortem.Postmortem.Task;
import io.decklog.query.review.ActionItem;
import io.decklog.query.review.ActionItemState;
import io.decklog.query.stopgap.StopgapState;
import io.decklog.query.timeline.PlainTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What nobody has taken care of yet. */
final class StillOpen {

    private StillOpen() {}

    static List<String> in(
            Incident incident,
            List<Decision> decisions,
            List<Mitigation> mitigations,
            List<Task> tasks,
            List<ActionItem> items) {
        return Stream.of(
                        state(incident).stream(),
                        decisions.stream()
                                .filter(decision -> decision.state() == DecisionState.RAISED)
                                .map(StillOpen::decision),
                        mitigations.stream().flatMap(mitigation -> debt(mitigation).stream()),
                        tasks.stream().map(StillOpen::task),
                        actionItems(items))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> actionItems(List<ActionItem> items) {
        return items.stream()
                .filter(item -> item.state() != ActionItemState.DONE && !item.struck())
                .map(item -> "Action item of %s%s: %s"
                        .formatted(
                                item.owner(),
                                item.dueAt() == null ? "" : ", due " + PlainTime.of(item.dueAt()),
                                item.description()));
    }

    private static Optional<String> state(Incident incident) {
        return switch (incident.line().state()) {
            case OPEN, MITIGATED -> Optional.of("The incident is not resolved.");
            case RESOLVED -> Optional.of("The incident is resolved but not closed.");
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private static String decision(Decision decision) {
        var overdue = decision.overdue() ? ", though needed by " + decision.neededBy() : "";
        return "No decision yet%s: %s".formatted(overdue, decision.question());
    }

    private static String task(Task task) {
        var due = task.dueAt() == null ? "" : ", due " + PlainTime.of(task.dueAt());
        return "%s of %s%s: %s"
                .formatted(task.overdue() ? "Overdue task" : "Task", task.assignee(), due, task.description());
    }

    private static Optional<String> debt(Mitigation mitigation) {
        if (mitigation.struck()) {
            return Optional.empty();
        }
        if (mitigation.debt() == StopgapState.OPEN) {
            return Optional.of("Stopgap without a plan: " + mitigation.description());
        }
        if (mitigation.debt() != StopgapState.PLANNED && mitigation.debt() != StopgapState.OVERDUE) {
            return Optional.empty();
        }
        return Optional.of("%s to be paid off by %s until %s: %s"
                .formatted(
                        mitigation.debt() == StopgapState.OVERDUE ? "Overdue stopgap," : "Stopgap",
                        mitigation.owner(),
                        PlainTime.of(Objects.requireNonNull(mitigation.dueAt())),
                        mitigation.description()));
    }
}
