package io.decklog.command.incident;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.command.incident.ImportReader.ReadLine;
import io.decklog.wiring.web.FieldProblem;
import io.decklog.wiring.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Takes in lines of an import: each an incident of the past, whole or not at all. */
@Component
public class IncidentImport {

    private final ImportReader reader;
    private final CommandDesk desk;
    private final EventStore eventStore;

    IncidentImport(ImportReader reader, CommandDesk desk, EventStore eventStore) {
        this.reader = reader;
        this.desk = desk;
        this.eventStore = eventStore;
    }

    /** A line that can be read, and in which field its head differs from what was taken in before. */
    public record ImportableLine(ReadLine line, List<FieldProblem> differences) {}

    /** @throws ProblemException with every field that is not as it should be */
    public ImportableLine read(byte[] content) {
        var line = reader.read(content);
        var command = line.command();
        var differences = declaration(command.incidentId().toString())
                .map(taken -> HeadDifferences.between(command.declaration(), line.timed(), taken))
                .orElse(List.of());
        return new ImportableLine(line, differences);
    }

    /**
     * @param metaData goes with the command
     * @throws ProblemException with the entry the rules forbid; nothing of the line was recorded then
     */
    public Imported take(ImportableLine line, Map<String, String> metaData) {
        try {
            return desk.accept(line.line().command(), metaData);
        } catch (IncidentRejected rejected) {
            var field = rejected.rejection().field();
            throw ProblemException.invalid(
                    field == null ? "incident" : field, rejected.rejection().detail());
        }
    }

    private Optional<IncidentDeclared> declaration(String incident) {
        var events = eventStore.readEvents(incident, 0);
        return events.hasNext() && events.next().getPayload() instanceof IncidentDeclared declared
                ? Optional.of(declared)
                : Optional.empty();
    }
}
