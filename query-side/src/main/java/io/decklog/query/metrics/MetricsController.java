package io.decklog.query.metrics;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Severity;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Metrics over REST. */
@RestController
@Tag(name = "Metrics")
class MetricsController {

    private static final String RULES = """
            All times are times of occurrence, all durations whole seconds. Struck entries do not count.
            DETECT: from the beginning (startedAt of the declaration) to the detection (detectedAt of the declaration).
            ACKNOWLEDGE: from the detection, else the declaration, to the first time somebody took a role.
            DECIDE: from the detection, else the declaration, to the first decision.
            MITIGATE: from the beginning, else the declaration, to when it was last marked mitigated.
            RESOLVE: from the beginning, else the declaration, to when it was last resolved.
            A reopening takes back every mitigated and resolved that was recorded before it; the time in between counts.
            MISSING: the log does not say when it began or ended. NEGATIVE: it ended before it began. Neither counts.""";

    private final Metrics metrics;
    private final IncidentAddresses addresses;

    MetricsController(Metrics metrics, IncidentAddresses addresses) {
        this.metrics = metrics;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/incidents/{id}/metrics")
    @ReadsProjections({ProjectionNames.METRICS, ProjectionNames.INCIDENTS})
    @Operation(summary = "How long one incident took, with the entries each number comes from", description = RULES)
    IncidentMetrics one(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @Parameter(description = "a moment of record time") @RequestParam(required = false) @Nullable String asOf) {
        return metrics.one(addresses.resolve(id), Moments.parse("asOf", asOf));
    }

    @GetMapping("/api/v1/metrics/incidents")
    @ReadsProjections(ProjectionNames.METRICS)
    @Operation(
            summary = "How long incidents took: count, median and 90th percentile; filters combine",
            description = RULES + """

                    Percentiles are by nearest rank, so each is the number of an incident, which is named.
                    Cancelled incidents and duplicates are left out, and named; drills are told apart by kind.""")
    MetricsSummary summary(
            @Parameter(description = "LIVE (default) or DRILL") @RequestParam(defaultValue = "LIVE") String kind,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "declared at or after") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "declared at or before") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "severity, service or month") @RequestParam(required = false) @Nullable
                    String groupBy,
            @Parameter(description = "a moment of record time") @RequestParam(required = false) @Nullable String asOf) {
        var filter = new MetricsFilter(
                Optional.ofNullable(Paging.oneOf(IncidentKind.class, "kind", kind))
                        .orElse(IncidentKind.LIVE),
                Paging.oneOf(Severity.class, "severity", severity),
                service,
                Moments.parse("from", from),
                Moments.parse("to", to),
                Moments.parse("asOf", asOf));
        return metrics.summary(filter, Paging.oneOf(GroupBy.class, "groupBy", groupBy));
    }
}
