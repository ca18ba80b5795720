package io.decklog.command.logimport;

import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.wiring.log.file.LogFileBroken;
import io.decklog.wiring.log.file.LoggedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether events that come one after the other can be a log. Knows of each incident how many events it has had. */
final class EventChecks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventReader events;
    private final Map<String, Long> sequences = new HashMap<>();

    EventChecks(EventReader events) {
        this.events = events;
    }

    /** @throws LogFileBroken if this event cannot be the next one */
    void next(LoggedEvent logged, long line) {
        var event = read(logged, line);
        require(
                JSON.readTree(logged.metadata()).valueStream().allMatch(JsonNode::isString),
                line,
                "has metadata that is not of texts");
        require(event.stamp().id().toString().equals(logged.id()), line, "has another id than its payload");
        require(
                event.incidentId().toString().equals(logged.incidentId()),
                line,
                "has another incidentId than its payload");
        var sequence = sequences.merge(logged.incidentId(), 1L, Long::sum);
        require(
                sequence == logged.sequence(),
                line,
                "must have the sequence %d, which follows in that incident".formatted(sequence));
        require(
                sequence == 1 == event instanceof IncidentDeclared,
                line,
                "must be a declaration if it is the first event of its incident, and only then");
    }

    /** The incidents there were so far. */
    Set<String> incidents() {
        return sequences.keySet();
    }

    private IncidentEvent read(LoggedEvent logged, long line) {
        try {
            return events.read(logged);
        } catch (RuntimeException unreadable) {
            throw new LogFileBroken(line, "holds no event of the type %s that can be read".formatted(logged.type()));
        }
    }

    private static void require(boolean holds, long line, String rule) {
        if (!holds) {
            throw new LogFileBroken(line, rule);
        }
    }
}
