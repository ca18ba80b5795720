package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Where an incident stands: declared, of which severity, mitigated, resolved, reopened, closed. */
public sealed interface LifecycleEvent extends IncidentEvent {

    /**
     * The incident exists from here on.
     *
     * @param startedAt when the trouble began, as far as known at declaration
     * @param detectedAt when somebody or something noticed
     */
    @Revision("1")
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
            @Nullable SourceReference source)
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
}
