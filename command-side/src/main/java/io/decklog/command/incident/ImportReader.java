package io.decklog.command.incident;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.ImportIncident;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.SourceReference;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.LifecycleRequests.DeclarationBody;
import io.decklog.wiring.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one line of an import, an incident of the past with its entries, into the command it stands for. */
@Component
class ImportReader {

    /** Within which ids of imported incidents are derived. */
    private static final UUID NAMESPACE = UUID.fromString("5f0c1c0e-6d0b-5b0f-9a3e-3c8f6d1f2a41");

    private final BodyReader bodies;
    private final ImportedEntries entries;
    private final IncidentSources sources;
    private final Clock clock;

    ImportReader(BodyReader bodies, ImportedEntries entries, IncidentSources sources, Clock clock) {
        this.bodies = bodies;
        this.entries = entries;
        this.sources = sources;
        this.clock = clock;
    }

    /** When the incident was declared, beside the fields of the REST call. */
    private record DeclarationTime(@Nullable @Happened Instant declaredAt) {}

    private record Head(DeclarationBody body, DeclarationTime time, String content) {

        @Nullable
        Instant declaredAt() {
            return time.declaredAt() == null ? body.occurredAt() : time.declaredAt();
        }
    }

    /** @param timed whether the line says when the incident was declared */
    record ReadLine(ImportIncident command, boolean timed) {}

    /** @throws ProblemException with every field that is not as it should be */
    ReadLine read(byte[] line) {
        var errors = new FieldErrors();
        var tree = bodies.tree(line, errors);
        errors.throwIfAny();
        var head = head(part(tree, "incident", ObjectNode.class, "an object", errors), errors);
        var read = entries.read(part(tree, "entries", ArrayNode.class, "an array", errors), errors);
        refuseOthers(tree, errors);
        errors.throwIfAny();
        return new ReadLine(command(Objects.requireNonNull(head, "head"), read), head.declaredAt() != null);
    }

    private ImportIncident command(Head head, List<ImportedEntry> read) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var incident = incident(head);
        var stamp = new Stamp(
                incident.value(),
                new Attribution(Scribe.ANYBODY, Scribe.ANYBODY, head.body().onBehalfOf()),
                declaredAt(head, read).orElse(now),
                now,
                null,
                head.body().lateReason());
        return new ImportIncident(
                incident, head.body().toCommand(incident, stamp), entries.commands(read, incident, now));
    }

    /** The time that is given, else the first that is told of it. */
    private static Optional<Instant> declaredAt(Head head, List<ImportedEntry> read) {
        return Stream.concat(
                        Stream.of(
                                head.declaredAt(),
                                head.body().detectedAt(),
                                head.body().startedAt()),
                        read.stream().map(entry -> entry.body().occurredAt()).sorted())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private IncidentId incident(Head head) {
        var given = head.body().id();
        var source = head.body().source();
        if (source == null) {
            return new IncidentId(given == null ? DerivedId.of(NAMESPACE, head.content()) : given);
        }
        var known = sources.find(new SourceReference(source.system(), source.id()));
        if (known.isPresent() && given != null && !known.get().value().equals(given)) {
            throw ProblemException.invalid("incident.source", "stands for the incident " + known.get() + " already");
        }
        return known.orElseGet(() ->
                new IncidentId(given == null ? DerivedId.of(NAMESPACE, source.system() + '\n' + source.id()) : given));
    }

    private @Nullable Head head(ObjectNode given, FieldErrors errors) {
        var fields = given.deepCopy();
        var declaredAt = fields.objectNode();
        if (fields.has("declaredAt")) {
            declaredAt.set("declaredAt", fields.remove("declaredAt"));
        }
        var time = bodies.read(declaredAt, DeclarationTime.class, "incident", errors);
        var body = bodies.read(fields, DeclarationBody.class, "incident", errors);
        return time == null || body == null
                ? null
                : new Head(body, time, bodies.canonical(body).toString() + bodies.canonical(time));
    }

    private static <T extends JsonNode> T part(
            @Nullable JsonNode tree, String field, Class<T> type, String form, FieldErrors errors) {
        var part = tree instanceof ObjectNode object ? object.get(field) : null;
        if (type.isInstance(part)) {
            return type.cast(part);
        }
        errors.add(field, part == null ? "is required" : "must be " + form);
        errors.throwIfAny();
        throw new IllegalStateException("errors there are");
    }

    private static void refuseOthers(@Nullable JsonNode tree, FieldErrors errors) {
        if (tree != null) {
            tree.propertyNames().stream()
                    .filter(name -> !"incident".equals(name) && !"entries".equals(name))
                    .forEach(name -> errors.add(name, "is not a known field"));
        }
    }
}
