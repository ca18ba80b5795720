package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Where an incident stands, what it is called, and what it has to do with others. */
public sealed interface LifecycleEvent extends IncidentEvent {

    /**
     * The incident exists from here on.
     *
     * @param startedAt when the trouble began, as far as known at declaration
     * @param detectedAt when somebody or something noticed
     * @param rehearses the past incident a rehearsal plays again, as the log stood when this was recorded; since revision
     *     2, null for every other incident
     */
    @Revision("2")
    record IncidentDeclared(
            IncidentId incidentId,
            Stamp stamp,
            IncidentNumber number,
            String title,
            Severity severity,
            IncidentKind kind,
            List<String> services,
            @Nullable String summary,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable SourceReference source,
            @Nullable IncidentId rehearses)
            implements LifecycleEvent {

        public IncidentDeclared {
            services = List.copyOf(services);
        }
    }

    @Revision("1")
    record SeverityChanged(IncidentId incidentId, Stamp stamp, Severity from, Severity to, String reason)
            implements LifecycleEvent {}

    /** Users no longer suffer; the cause may still be there. */
    @Revision("1")
    record IncidentMitigated(
            IncidentId incidentId, Stamp stamp, @Nullable String summary) implements LifecycleEvent {}

    @Revision("1")
    record IncidentResolved(
            IncidentId incidentId, Stamp stamp, @Nullable String summary) implements LifecycleEvent {}

    @Revision("1")
    record IncidentReopened(IncidentId incidentId, Stamp stamp, String reason) implements LifecycleEvent {}

    /** Nothing more is recorded on it, except what ends open debt and what corrects the record. */
    @Revision("1")
    record IncidentClosed(
            IncidentId incidentId, Stamp stamp, @Nullable String summary) implements LifecycleEvent {}

    @Revision("1")
    record IncidentRetitled(IncidentId incidentId, Stamp stamp, String title) implements LifecycleEvent {}

    /** It was no incident after all. Like a closed one it takes no new entries; it cannot be reopened. */
    @Revision("1")
    record IncidentCancelled(IncidentId incidentId, Stamp stamp, String reason) implements LifecycleEvent {}

    /**
     * What this incident has to do with another. Stands in the log of this one only; both show it.
     *
     * @param other the incident it is linked to
     * @param otherNumber the number of that incident, because people speak of it by that
     * @param mitigationId the mitigation of the other incident that caused this one
     */
    @Revision("1")
    record IncidentsLinked(
            IncidentId incidentId,
            Stamp stamp,
            Relation relation,
            IncidentId other,
            IncidentNumber otherNumber,
            @Nullable MitigationId mitigationId)
            implements LifecycleEvent {

        /** @throws IllegalArgumentException if a mitigation is named where none can be, or none where one must be */
        public IncidentsLinked {
            if ((relation == Relation.CAUSED_BY_MITIGATION) != (mitigationId != null)) {
                throw new IllegalArgumentException("a mitigation is named if and only if it caused the incident");
            }
        }
    }
}
