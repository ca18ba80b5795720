package io.decklog.query.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.SourceReference;
import io.decklog.query.projection.Row;
import io.decklog.query.projection.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the list of incidents keeps. */
public sealed interface IncidentRow extends Row {

    String INCIDENT = "incident";
    String LINK = "incident_link";

    /** The incident whose event made the row. */
    IncidentId incidentId();

    /**
     * An incident as its events left it.
     *
     * @param sequence how many events the incident has
     * @param declaration what was said when it was declared
     * @param standing where it stands now
     * @param missed what was not done in time
     */
    record Recorded(IncidentId incidentId, long sequence, Declaration declaration, Standing standing, Missed missed)
            implements IncidentRow {

        @Override
        public RowKey key() {
            return new RowKey(INCIDENT, incidentId, incidentId.value());
        }
    }

    /**
     * What was said when the incident was declared, but for what can change.
     *
     * @param entryId of the declaration
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Declaration(
            UUID entryId,
            IncidentNumber number,
            IncidentKind kind,
            List<String> services,
            @Nullable String summary,
            Instant declaredAt,
            Instant recordedAt,
            String declaredBy,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable SourceReference source) {

        Declaration withoutText() {
            return new Declaration(
                    entryId,
                    number,
                    kind,
                    services,
                    null,
                    declaredAt,
                    recordedAt,
                    declaredBy,
                    startedAt,
                    detectedAt,
                    source);
        }
    }

    /**
     * What an incident has to do with another one. Belongs to the incident that was linked; the other one is shown it
     * as well, and no row of the other is touched.
     *
     * @param number of the incident that was linked
     * @param other the incident it was linked to
     * @param mitigationId the mitigation of the other incident that caused it
     * @param struck whether its entry is struck through
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            IncidentId incidentId,
            long sequence,
            UUID entryId,
            IncidentNumber number,
            Relation relation,
            IncidentId other,
            IncidentNumber otherNumber,
            @Nullable MitigationId mitigationId,
            Instant recordedAt,
            boolean struck)
            implements IncidentRow {

        @Override
        public RowKey key() {
            return new RowKey(LINK, incidentId, entryId);
        }

        Link struckThrough(long atSequence) {
            return new Link(
                    incidentId,
                    atSequence,
                    entryId,
                    number,
                    relation,
                    other,
                    otherNumber,
                    mitigationId,
                    recordedAt,
                    true);
        }
    }
}
