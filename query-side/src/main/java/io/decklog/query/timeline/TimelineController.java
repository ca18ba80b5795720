package io.decklog.query.timeline;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Ids;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Timelines over REST. */
@RestController
@Tag(name = "Timeline")
class TimelineController {

    private final Timelines timelines;
    private final IncidentAddresses addresses;

    TimelineController(Timelines timelines, IncidentAddresses addresses) {
        this.timelines = timelines;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/incidents/{id}/timeline")
    @ReadsProjections({ProjectionNames.TIMELINE, ProjectionNames.INCIDENTS})
    @Operation(summary = "What happened, now or as a reader saw it at a moment of record time")
    ResponseEntity<Timeline> timeline(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @Parameter(description = "a moment of record time") @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "occurred at or after") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "occurred at or before") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "entry types, repeated or with commas") @RequestParam(required = false) @Nullable
                    List<String> kind,
            @Parameter(description = "occurred or recorded") @RequestParam(required = false) @Nullable String order,
            @Parameter(description = "newest first") @RequestParam(required = false) @Nullable String reverse,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        var query = TimelineQuery.asked(order, reverse, from, to, kind, cursor, limit);
        var answer = timelines.page(addresses.resolve(id), query, Moments.parse("asOf", asOf));
        return ResponseEntity.ok().eTag("\"" + answer.sequence() + "\"").body(answer.timeline());
    }

    @GetMapping("/api/v1/incidents/{id}/entries/{entryId}")
    @ReadsProjections({ProjectionNames.TIMELINE, ProjectionNames.INCIDENTS})
    @Operation(summary = "One entry of a timeline")
    TimelineEntry entry(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @PathVariable String entryId,
            @RequestParam(required = false) @Nullable String asOf) {
        var incident = addresses.resolve(id);
        var entry = Ids.parse(entryId)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_ENTRY", "the incident has no such entry"));
        return timelines.entry(incident, entry, Moments.parse("asOf", asOf));
    }
}
