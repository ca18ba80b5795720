package io.decklog.command.incident;

import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.wiring.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the head of a line says something else than the declaration that was taken in: told, not applied. */
final class HeadDifferences {

    private HeadDifferences() {}

    /** @param timed whether the line says when the incident was declared */
    static List<FieldProblem> between(DeclareIncident told, boolean timed, IncidentDeclared taken) {
        var differences = new ArrayList<FieldProblem>();
        compare("title", told.title(), taken.title(), differences);
        compare("severity", told.severity(), taken.severity(), differences);
        compare("kind", told.kind(), taken.kind(), differences);
        compare("services", told.services(), taken.services(), differences);
        compare("summary", told.summary(), taken.summary(), differences);
        compare("startedAt", told.startedAt(), taken.startedAt(), differences);
        compare("detectedAt", told.detectedAt(), taken.detectedAt(), differences);
        compare("source", told.source(), taken.source(), differences);
        if (timed) {
            compare("declaredAt", told.stamp().occurredAt(), taken.stamp().occurredAt(), differences);
        }
        return differences;
    }

    private static void compare(
            String field, @Nullable Object told, @Nullable Object taken, List<FieldProblem> differences) {
        if (!Objects.equals(told, taken)) {
            differences.add(new FieldProblem(
                    "incident." + field, "differs from what was taken in before, and was not applied"));
        }
    }
}
