package io.decklog.query.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.SourceReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One incident.
 *
 * @param state where it stands
 * @param declaredAt when it was declared in the world
 * @param recordedAt when this log took the declaration in
 * @param commander who leads the response
 * @param resolvedAt when it was resolved; absent again once reopened
 * @param resolution how it was resolved
 * @param sequence how many events its log holds
 * @param asOf the moment of record time the answer is about, if one was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incident(
        IncidentId id,
        IncidentNumber number,
        String title,
        Severity severity,
        IncidentState state,
        IncidentKind kind,
        List<String> services,
        Instant declaredAt,
        Instant recordedAt,
        @Nullable String commander,
        @Nullable Instant resolvedAt,
        @Nullable String summary,
        String declaredBy,
        @Nullable Instant startedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant closedAt,
        @Nullable String resolution,
        Map<Role, String> roles,
        @Nullable SourceReference source,
        long sequence,
        @Nullable Instant asOf) {

    /** The incident a row tells of. */
    public static Incident of(IncidentRow row, @Nullable Instant asOf) {
        var said = row.declaration();
        var now = row.standing();
        return new Incident(
                row.incidentId(),
                said.number(),
                said.title(),
                now.severity(),
                now.state(),
                said.kind(),
                said.services(),
                said.declaredAt(),
                said.recordedAt(),
                now.roles().get(Role.COMMANDER),
                now.resolvedAt(),
                said.summary(),
                said.declaredBy(),
                said.startedAt(),
                said.detectedAt(),
                now.mitigatedAt(),
                now.closedAt(),
                now.resolution(),
                now.roles(),
                said.source(),
                row.sequence(),
                asOf);
    }

    /** One line of the list of incidents. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            IncidentId id,
            IncidentNumber number,
            String title,
            Severity severity,
            IncidentState state,
            IncidentKind kind,
            List<String> services,
            Instant declaredAt,
            Instant recordedAt,
            @Nullable String commander,
            @Nullable Instant resolvedAt) {

        static Line of(IncidentRow row) {
            var said = row.declaration();
            var now = row.standing();
            return new Line(
                    row.incidentId(),
                    said.number(),
                    said.title(),
                    now.severity(),
                    now.state(),
                    said.kind(),
                    said.services(),
                    said.declaredAt(),
                    said.recordedAt(),
                    now.roles().get(Role.COMMANDER),
                    now.resolvedAt());
        }
    }
}
