package io.decklog.command.incident;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.command.incident.ImportedEntry.Provenance;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the entries of a line into the commands they stand for. */
@Component
class ImportedEntries {

    private static final List<String> PROVENANCE = List.of("by", "originallyRecordedAt");

    private final BodyReader bodies;

    ImportedEntries(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** Every entry that is in order; what is wrong with the others goes to the errors. */
    List<ImportedEntry> read(ArrayNode entries, FieldErrors errors) {
        var read = new ArrayList<ImportedEntry>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = read(entries.get(i), "entries[" + i + "]", errors);
            if (entry != null) {
                read.add(entry);
            }
        }
        return read;
    }

    private @Nullable ImportedEntry read(JsonNode node, String place, FieldErrors errors) {
        if (!(node instanceof ObjectNode entry)) {
            errors.add(place, "must be an object");
            return null;
        }
        var kind = ImportedKind.of(entry);
        if (kind == null) {
            errors.add(place + ".type", "must be a kind of entry that can be imported, observation for example");
            return null;
        }
        var fields = entry.deepCopy().without("type");
        var target = takeTarget(fields, kind, place, errors);
        var provenance = bodies.read(takeProvenance(fields, kind.body()), Provenance.class, place, errors);
        var body = bodies.read(fields, kind.body(), place, errors);
        if (body != null && body.occurredAt() == null) {
            errors.add(place + ".occurredAt", "is required");
        }
        if (target == null || provenance == null || body == null || body.occurredAt() == null) {
            return null;
        }
        return new ImportedEntry(kind, body, provenance, target, content(kind, body, provenance, target));
    }

    private static @Nullable String takeTarget(
            ObjectNode fields, ImportedKind<?> kind, String place, FieldErrors errors) {
        if (kind.targetField() == null) {
            return "";
        }
        var target = fields.remove(kind.targetField());
        if (target == null || !kind.isTarget(target.asString(""))) {
            errors.add(place + "." + kind.targetField(), target == null ? "is required" : "must be a UUID");
            return null;
        }
        return target.asString();
    }

    private static ObjectNode takeProvenance(ObjectNode fields, Class<?> body) {
        var own = Arrays.stream(body.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        var provenance = fields.objectNode();
        for (var name : PROVENANCE) {
            if (fields.has(name) && !own.contains(name)) {
                provenance.set(name, fields.remove(name));
            }
        }
        return provenance;
    }

    private String content(ImportedKind<?> kind, EntryRequest body, Provenance provenance, String target) {
        var content = bodies.canonical(body).without("id");
        return kind.type() + target + content + bodies.canonical(provenance);
    }

    /**
     * An entry without an id gets one that follows from what it says, and from its rank among those that say the same: the
     * same line gives the same ids again.
     */
    List<IncidentCommand> commands(List<ImportedEntry> entries, IncidentId incident, Instant now) {
        var errors = new FieldErrors();
        var ranks = new HashMap<String, Integer>();
        var commands = new ArrayList<IncidentCommand>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var given = entry.body().id();
            var id = given == null ? DerivedId.of(incident.value(), rankedContent(entry, ranks)) : given;
            try {
                commands.add(entry.command(incident, id, now));
            } catch (ProblemException contradiction) {
                for (var problem : contradiction.errors()) {
                    errors.add("entries[" + i + "]." + problem.field(), problem.detail());
                }
            }
        }
        errors.throwIfAny();
        return commands;
    }

    private static String rankedContent(ImportedEntry entry, Map<String, Integer> ranks) {
        return ranks.merge(entry.content(), 1, Integer::sum) + entry.content();
    }
}
