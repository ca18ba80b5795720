package io.decklog.query.rehearsal;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.timeline.Timeline;
import io.decklog.query.timeline.TimelineQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals over REST: what a trainee reads. */
@RestController
@RequestMapping("/api/v1/rehearsals/{id}")
@Tag(name = "Rehearsals")
class RehearsalController {

    private final Rehearsals rehearsals;
    private final IncidentAddresses addresses;

    RehearsalController(Rehearsals rehearsals, IncidentAddresses addresses) {
        this.rehearsals = rehearsals;
        this.addresses = addresses;
    }

    @GetMapping
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(
            summary =
                    "How far a rehearsal has come: the decision to take now, and at the end the real ones beside the own",
            description = "Until it is finished nothing is told of what came after the scene.")
    ResponseEntity<Rehearsal> rehearsal(
            @Parameter(description = "UUID or INC-n of the rehearsal") @PathVariable String id) {
        var found = rehearsals.one(addresses.resolve(id));
        return ResponseEntity.ok().eTag("\"" + found.sequence() + "\"").body(found.rehearsal());
    }

    @GetMapping("/timeline")
    @ReadsProjections({ProjectionNames.INCIDENTS, ProjectionNames.TIMELINE})
    @Operation(summary = "The timeline of the past incident, up to the decision to take now")
    Timeline timeline(
            @Parameter(description = "UUID or INC-n of the rehearsal") @PathVariable String id,
            @Parameter(description = "occurred at or after") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "occurred at or before") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "entry types, repeated or with commas") @RequestParam(required = false) @Nullable
                    List<String> kind,
            @Parameter(description = "occurred or recorded") @RequestParam(required = false) @Nullable String order,
            @Parameter(description = "newest first") @RequestParam(required = false) @Nullable String reverse,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return rehearsals.timeline(
                addresses.resolve(id), TimelineQuery.asked(order, reverse, from, to, kind, cursor, limit));
    }
}
