package io.decklog.query.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an incident has to do with another one, as seen from the incident that is read.
 *
 * @param incidentId the other incident
 * @param mitigationId the mitigation that caused one of the two
 * @param entryId the entry that says so; of the other incident where that one was linked to this
 * @param recordedAt when that was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
        Direction relation,
        IncidentId incidentId,
        IncidentNumber number,
        @Nullable MitigationId mitigationId,
        UUID entryId,
        Instant recordedAt) {

    /** A relation, and from which end it is seen. */
    public enum Direction {
        /** The other one is the same trouble, and the one to read on in. */
        DUPLICATE_OF("Duplicate of"),
        /** The other one is the same trouble, and refers here. */
        DUPLICATED_BY("Has a duplicate in"),
        RELATED("Related to"),
        /** A mitigation of the other one brought this one about. */
        CAUSED_BY_MITIGATION("Caused by a mitigation of"),
        /** A mitigation of this one brought the other one about. */
        MITIGATION_CAUSED("A mitigation caused");

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        /** As it reads before the number of the other one. */
        public String words() {
            return words;
        }
    }

    /** The links of an incident in both directions, the oldest first. Those that were struck are none. */
    static List<Link> of(IncidentId incident, Stream<IncidentRow.Link> rows) {
        return rows.filter(row -> !row.struck())
                .map(row -> row.incidentId().equals(incident) ? there(row) : back(row))
                .sorted(Comparator.comparing(Link::recordedAt).thenComparing(Link::entryId))
                .toList();
    }

    private static Link there(IncidentRow.Link row) {
        var relation = switch (row.relation()) {
            case DUPLICATE_OF -> Direction.DUPLICATE_OF;
            case RELATED -> Direction.RELATED;
            case CAUSED_BY_MITIGATION -> Direction.CAUSED_BY_MITIGATION;
        };
        return new Link(relation, row.other(), row.otherNumber(), row.mitigationId(), row.entryId(), row.recordedAt());
    }

    private static Link back(IncidentRow.Link row) {
        var relation = switch (row.relation()) {
            case DUPLICATE_OF -> Direction.DUPLICATED_BY;
            case RELATED -> Direction.RELATED;
            case CAUSED_BY_MITIGATION -> Direction.MITIGATION_CAUSED;
        };
        return new Link(relation, row.incidentId(), row.number(), row.mitigationId(), row.entryId(), row.recordedAt());
    }
}
