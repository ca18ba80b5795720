package io.decklog.query.postmortem;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Page;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.review.Review;
import io.decklog.query.review.Reviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published postmortems over REST. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/postmortem")
@Tag(name = "Postmortem")
class VersionController {

    private final Reviews reviews;
    private final PostmortemVersions versions;
    private final PostmortemAnswers answers;
    private final IncidentAddresses addresses;

    VersionController(
            Reviews reviews, PostmortemVersions versions, PostmortemAnswers answers, IncidentAddresses addresses) {
        this.reviews = reviews;
        this.versions = versions;
        this.answers = answers;
        this.addresses = addresses;
    }

    @GetMapping("/versions")
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(summary = "The postmortem as it was published, version after version")
    Page<Review.Publication> versions(@Parameter(description = "UUID or INC-n") @PathVariable String id) {
        return new Page<>(reviews.publications(addresses.resolve(id)), null);
    }

    @GetMapping(
            path = "/versions/{version}",
            produces = {"text/markdown", MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(
            summary = "One version as it was published; its ETag is the SHA-256 of its Markdown",
            description = "The Markdown is frozen, byte by byte; page and PDF are rendered from it.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<Object> version(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @PathVariable String version,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        var published = versions.one(addresses.resolve(id), version);
        return answers.text(
                ResponseEntity.ok().eTag("\"" + published.sha256() + "\""),
                accept,
                "%s postmortem version %d".formatted(published.number(), published.version()),
                published.markdown(),
                published.publishedAt());
    }

    @GetMapping(
            path = "/diff",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/x-diff"})
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(
            summary = "What changed from one version of the postmortem to another, line by line",
            description = "from and to are the numbers of published versions; to may be left out for the draft as it"
                    + " stands now. JSON, or a unified diff as text/x-diff.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = PostmortemDiff.class)),
                @Content(mediaType = "text/x-diff", schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> diff(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @Parameter(description = "The number of a published version") @RequestParam String from,
            @Parameter(description = "The number of a published version, or draft")
                    @RequestParam(defaultValue = "draft")
                    String to,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        return answers.diff(accept, versions.compared(addresses.resolve(id), from, to));
    }
}
