package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the metrics of an incident are computed from.
 *
 * @param declaredAt by which it is filtered and counted to a month
 * @param reached its milestones
 * @param excluded why it does not count; null if it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        IncidentNumber number,
        IncidentKind kind,
        Severity severity,
        List<String> services,
        Instant declaredAt,
        List<Reached> reached,
        @Nullable Exclusion excluded) {}
