package io.decklog.query.diff;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons of timelines over REST. */
@RestController
@Tag(name = "Timeline")
class DiffController {

    private final TimelineDiffs diffs;
    private final IncidentAddresses addresses;

    DiffController(TimelineDiffs diffs, IncidentAddresses addresses) {
        this.diffs = diffs;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/incidents/{id}/timeline/diff")
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(summary = "What changed in the story between two moments of record time")
    ResponseEntity<TimelineDiff> diff(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @Parameter(description = "the earlier moment; before the declaration, nothing was known") @RequestParam
                    String from,
            @Parameter(description = "the later moment; now if left out") @RequestParam(required = false) @Nullable
                    String to) {
        var answer = diffs.between(
                addresses.resolve(id), Objects.requireNonNull(Moments.parse("from", from)), Moments.parse("to", to));
        return ResponseEntity.ok().eTag("\"" + answer.sequence() + "\"").body(answer.diff());
    }
}
