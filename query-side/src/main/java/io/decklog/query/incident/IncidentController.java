package io.decklog.query.incident;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.SourceReference;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Incidents over REST. */
@RestController
@Tag(name = "Incidents")
class IncidentController {

    private final Incidents incidents;
    private final IncidentAddresses addresses;

    IncidentController(Incidents incidents, IncidentAddresses addresses) {
        this.incidents = incidents;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/incidents")
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(summary = "Incidents, newest first; filters combine")
    Page<Incident.Line> list(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "system:id") @RequestParam(required = false) @Nullable String source,
            @Parameter(description = "declared at or after") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "declared at or before") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "words of title and summary") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return incidents.list(new IncidentFilter(
                Paging.oneOf(Severity.class, "severity", severity),
                Paging.oneOf(IncidentState.class, "state", state),
                Paging.oneOf(IncidentKind.class, "kind", kind),
                service,
                source(source),
                Moments.parse("from", from),
                Moments.parse("to", to),
                q,
                cursor,
                Paging.limit(limit)));
    }

    @GetMapping("/api/v1/incidents/{id}")
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(summary = "One incident, now or as a reader saw it at a moment of record time")
    @Nullable
    Incident one(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            ServletWebRequest exchange) {
        var incident = incidents.one(addresses.resolve(id), Moments.parse("asOf", asOf));
        return isKnown(incident, exchange) ? null : incident;
    }

    /** Sets the ETag. Links of other incidents do not move the sequence, so with links there is always an answer in full. */
    private static boolean isKnown(Incident incident, ServletWebRequest exchange) {
        var etag = "\"" + incident.sequence() + "\"";
        if (incident.links().isEmpty()) {
            return exchange.checkNotModified(etag);
        }
        Objects.requireNonNull(exchange.getResponse()).setHeader(HttpHeaders.ETAG, etag);
        return false;
    }

    private static @Nullable SourceReference source(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var colon = text.indexOf(':');
        if (colon < 1) {
            throw ProblemException.unreadable("source", "must be system:id");
        }
        return new SourceReference(text.substring(0, colon), text.substring(colon + 1));
    }
}
