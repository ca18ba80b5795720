package io.decklog.query.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.SourceReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One incident.
 *
 * @param line what the list of incidents says of it
 * @param resolution how it was resolved
 * @param openTasks how many tasks are not completed
 * @param overdueTasks how many of them are not completed though they were due
 * @param missedStatusUpdates how often nothing was published by the time it was promised or due
 * @param links what it has to do with others, from either end
 * @param duplicateOf the incident to read on in, if this one is the same trouble; the last one named
 * @param sequence how many events its log holds
 * @param asOf the moment of record time the answer is about, if one was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incident(
        @JsonUnwrapped Line line,
        @Nullable String summary,
        String declaredBy,
        @Nullable Instant startedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant closedAt,
        @Nullable Instant cancelledAt,
        @Nullable String resolution,
        Map<Role, String> roles,
        int openTasks,
        int overdueTasks,
        int missedStatusUpdates,
        List<Link> links,
        @Nullable IncidentNumber duplicateOf,
        @Nullable SourceReference source,
        long sequence,
        @Nullable Instant asOf) {

    /**
     * The incident a row tells of.
     *
     * @param links those that begin or end at it
     */
    public static Incident of(IncidentRow.Recorded row, Stream<IncidentRow.Link> links, @Nullable Instant asOf) {
        var said = row.declaration();
        var now = row.standing();
        var seen = Link.of(row.incidentId(), links);
        return new Incident(
                Line.of(row),
                said.summary(),
                said.declaredBy(),
                said.startedAt(),
                said.detectedAt(),
                now.reached().mitigatedAt(),
                now.reached().closedAt(),
                now.reached().cancelledAt(),
                now.resolution() == null ? null : now.resolution().text(),
                now.roles(),
                now.openTasks().size(),
                row.missed().overdueTasks(now.openTasks()),
                row.missed().statusUpdates().size(),
                seen,
                original(seen),
                said.source(),
                row.sequence(),
                asOf);
    }

    private static @Nullable IncidentNumber original(List<Link> links) {
        return links.stream()
                .filter(link -> link.relation() == Link.Direction.DUPLICATE_OF)
                .map(Link::number)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /**
     * One line of the list of incidents.
     *
     * @param state where it stands
     * @param declaredAt when it was declared in the world
     * @param recordedAt when this log took the declaration in
     * @param commander who leads the response
     * @param resolvedAt when it was resolved; absent again once reopened
     */
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

        static Line of(IncidentRow.Recorded row) {
            var said = row.declaration();
            var now = row.standing();
            return new Line(
                    row.incidentId(),
                    said.number(),
                    now.title().text(),
                    now.severity(),
                    now.state(),
                    said.kind(),
                    said.services(),
                    said.declaredAt(),
                    said.recordedAt(),
                    now.roles().get(Role.COMMANDER),
                    now.reached().resolvedAt());
        }
    }
}
