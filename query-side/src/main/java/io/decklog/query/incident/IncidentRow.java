package io.decklog.query.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.SourceReference;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its events left it.
 *
 * @param sequence how many events the incident has
 * @param declaration what was said when it was declared
 * @param standing where it stands now
 */
public record IncidentRow(IncidentId incidentId, long sequence, Declaration declaration, Standing standing)
        implements Row {

    static final String KIND = "incident";

    @Override
    public RowKey key() {
        return new RowKey(KIND, incidentId, incidentId.value());
    }

    IncidentRow with(Standing standing, long sequence) {
        return new IncidentRow(incidentId, sequence, declaration, standing);
    }

    /** What was said when the incident was declared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Declaration(
            IncidentNumber number,
            String title,
            IncidentKind kind,
            List<String> services,
            @Nullable String summary,
            Instant declaredAt,
            Instant recordedAt,
            String declaredBy,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable SourceReference source) {}

    /** Where the incident stands; times are those of occurrence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            Severity severity,
            IncidentState state,
            Map<Role, String> roles,
            @Nullable Instant mitigatedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable String resolution) {

        public Standing {
            roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        }

        static Standing declared(Severity severity) {
            return new Standing(severity, IncidentState.OPEN, Map.of(), null, null, null, null);
        }

        Standing severity(Severity severity) {
            return new Standing(severity, state, roles, mitigatedAt, resolvedAt, closedAt, resolution);
        }

        Standing role(Role role, String holder) {
            var held = new TreeMap<>(roles);
            held.put(role, holder);
            return new Standing(severity, state, held, mitigatedAt, resolvedAt, closedAt, resolution);
        }

        /** A mitigation told after the end does not open the incident again. */
        Standing mitigated(Instant at) {
            var next = state == IncidentState.OPEN ? IncidentState.MITIGATED : state;
            return new Standing(severity, next, roles, at, resolvedAt, closedAt, resolution);
        }

        Standing resolved(Instant at, @Nullable String summary) {
            return new Standing(severity, IncidentState.RESOLVED, roles, mitigatedAt, at, closedAt, summary);
        }

        Standing closed(Instant at) {
            return new Standing(severity, IncidentState.CLOSED, roles, mitigatedAt, resolvedAt, at, resolution);
        }

        Standing reopened() {
            return new Standing(severity, IncidentState.OPEN, roles, null, null, null, null);
        }
    }
}
