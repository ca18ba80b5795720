package io.decklog.query.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident stands.
 *
 * @param title what it is called
 * @param reached when it reached which state; forgotten when it is reopened
 * @param resolution how it was resolved
 * @param openTasks those that are not completed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        Said title,
        Severity severity,
        IncidentState state,
        Map<Role, String> roles,
        Reached reached,
        @Nullable Said resolution,
        Set<UUID> openTasks) {

    /** What is shown where a text was redacted. */
    static final String REDACTED = "(redacted)";

    /**
     * @param text as it is shown
     * @param entry the entry that said it
     */
    record Said(String text, UUID entry) {}

    /** Times of occurrence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reached(
            @Nullable Instant mitigatedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Instant cancelledAt) {

        static final Reached NOTHING = new Reached(null, null, null, null);
    }

    Standing {
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        openTasks = Collections.unmodifiableSet(new TreeSet<>(openTasks));
    }

    static Standing declared(Said title, Severity severity) {
        return new Standing(title, severity, IncidentState.OPEN, Map.of(), Reached.NOTHING, null, Set.of());
    }

    Standing retitled(Said newTitle) {
        return new Standing(newTitle, severity, state, roles, reached, resolution, openTasks);
    }

    Standing severity(Severity newSeverity) {
        return new Standing(title, newSeverity, state, roles, reached, resolution, openTasks);
    }

    Standing roles(Consumer<Map<Role, String>> change) {
        var held = new TreeMap<>(roles);
        change.accept(held);
        return new Standing(title, severity, state, held, reached, resolution, openTasks);
    }

    Standing tasks(Consumer<Set<UUID>> change) {
        var open = new TreeSet<>(openTasks);
        change.accept(open);
        return new Standing(title, severity, state, roles, reached, resolution, open);
    }

    /** A mitigation told after the end does not open the incident again. */
    Standing mitigated(Instant at) {
        var next = state == IncidentState.OPEN ? IncidentState.MITIGATED : state;
        return in(next, new Reached(at, reached.resolvedAt(), reached.closedAt(), reached.cancelledAt()), resolution);
    }

    Standing resolved(Instant at, @Nullable Said how) {
        var now = new Reached(reached.mitigatedAt(), at, reached.closedAt(), reached.cancelledAt());
        return in(IncidentState.RESOLVED, now, how);
    }

    Standing closed(Instant at) {
        var now = new Reached(reached.mitigatedAt(), reached.resolvedAt(), at, reached.cancelledAt());
        return in(IncidentState.CLOSED, now, resolution);
    }

    Standing cancelled(Instant at) {
        var now = new Reached(reached.mitigatedAt(), reached.resolvedAt(), reached.closedAt(), at);
        return in(IncidentState.CANCELLED, now, resolution);
    }

    Standing reopened() {
        return in(IncidentState.OPEN, Reached.NOTHING, null);
    }

    /** Without what an entry said. */
    Standing without(UUID entry) {
        var shown = title.entry().equals(entry) ? new Said(REDACTED, entry) : title;
        var how = resolution != null && resolution.entry().equals(entry) ? new Said(REDACTED, entry) : resolution;
        return new Standing(shown, severity, state, roles, reached, how, openTasks);
    }

    private Standing in(IncidentState next, Reached nowReached, @Nullable Said how) {
        return new Standing(title, severity, next, roles, nowReached, how, openTasks);
    }
}
