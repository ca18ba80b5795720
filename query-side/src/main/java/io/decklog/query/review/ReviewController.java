package io.decklog.query.review;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews over REST. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
@Tag(name = "Review")
class ReviewController {

    private final Reviews reviews;
    private final IncidentAddresses addresses;

    ReviewController(Reviews reviews, IncidentAddresses addresses) {
        this.reviews = reviews;
        this.addresses = addresses;
    }

    @GetMapping("/review")
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(summary = "The review, now or as a reader saw it at a moment of record time")
    Review review(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf) {
        return reviews.one(addresses.resolve(id), Moments.parse("asOf", asOf));
    }
}
