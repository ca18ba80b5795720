package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on where an incident stands, what it is called, and what it has to do with others. */
public sealed interface LifecycleCommand extends IncidentCommand {

    /**
     * Opens the log of an incident.
     *
     * @param number given out when the command is accepted; null until then
     * @param rehearses the past incident a rehearsal plays again; null for every other declaration
     */
    record DeclareIncident(
            IncidentId incidentId,
            Stamp stamp,
            @Nullable IncidentNumber number,
            String title,
            Severity severity,
            IncidentKind kind,
            List<String> services,
            @Nullable String summary,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable SourceReference source,
            @Nullable IncidentId rehearses)
            implements LifecycleCommand {

        public DeclareIncident {
            services = List.copyOf(services);
        }

        /** The same declaration with the number the incident is given. */
        public DeclareIncident numbered(IncidentNumber given) {
            return new DeclareIncident(
                    incidentId,
                    stamp,
                    given,
                    title,
                    severity,
                    kind,
                    services,
                    summary,
                    startedAt,
                    detectedAt,
                    source,
                    rehearses);
        }
    }

    record ChangeSeverity(IncidentId incidentId, Stamp stamp, Severity to, String reason) implements LifecycleCommand {}

    record MarkMitigated(
            IncidentId incidentId, Stamp stamp, @Nullable String summary) implements LifecycleCommand {}

    /** @param summary required over REST; an import may lack it */
    record ResolveIncident(
            IncidentId incidentId, Stamp stamp, @Nullable String summary) implements LifecycleCommand {}

    record ReopenIncident(IncidentId incidentId, Stamp stamp, String reason) implements LifecycleCommand {}

    record CloseIncident(
            IncidentId incidentId, Stamp stamp, @Nullable String summary) implements LifecycleCommand {}

    record RetitleIncident(IncidentId incidentId, Stamp stamp, String title) implements LifecycleCommand {}

    /** It was no incident after all. */
    record CancelIncident(IncidentId incidentId, Stamp stamp, String reason) implements LifecycleCommand {}

    /**
     * Says what this incident has to do with another. That there is such an incident, and such a mitigation, is seen to
     * before the rules of this one are asked.
     *
     * @param other the incident it is linked to
     * @param otherNumber the number of that incident
     * @param mitigationId the mitigation of the other incident that caused this one; there for
     *     {@link Relation#CAUSED_BY_MITIGATION} only
     */
    record LinkIncidents(
            IncidentId incidentId,
            Stamp stamp,
            Relation relation,
            IncidentId other,
            IncidentNumber otherNumber,
            @Nullable MitigationId mitigationId)
            implements LifecycleCommand {}
}
