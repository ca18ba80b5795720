package io.decklog.query.review;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Page;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews and published postmortems over REST. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
@Tag(name = "Review")
class ReviewController {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

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

    @GetMapping("/postmortem/versions")
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(summary = "The postmortem as it was published, version after version")
    Page<Review.Publication> versions(@Parameter(description = "UUID or INC-n") @PathVariable String id) {
        return new Page<>(reviews.publications(addresses.resolve(id)), null);
    }

    @GetMapping(path = "/postmortem/versions/{version}", produces = "text/markdown")
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(summary = "One version, byte by byte as it was published; its ETag is its SHA-256")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> version(
            @Parameter(description = "UUID or INC-n") @PathVariable String id, @PathVariable String version) {
        var published = reviews.published(addresses.resolve(id), number(version));
        return ResponseEntity.ok()
                .eTag("\"" + published.sha256() + "\"")
                .contentType(MARKDOWN)
                .body(published.markdown().getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String version) {
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw Reviews.unknownVersion();
        }
        return Integer.parseInt(version);
    }
}
