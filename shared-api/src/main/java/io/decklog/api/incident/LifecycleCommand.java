package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on where an incident stands. */
public sealed interface LifecycleCommand extends IncidentCommand {

    /**
     * Opens the log of an incident.
     *
     * @param number given out when the command is accepted; null until then
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
            @Nullable SourceReference source)
            implements LifecycleCommand {

        public DeclareIncident {
            services = List.copyOf(services);
        }

        /** The same declaration with the number the incident is given. */
        public DeclareIncident numbered(IncidentNumber given) {
            return new DeclareIncident(
                    incidentId, stamp, given, title, severity, kind, services, summary, startedAt, detectedAt, source);
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
}
