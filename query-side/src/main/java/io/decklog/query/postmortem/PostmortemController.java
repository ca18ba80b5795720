package io.decklog.query.postmortem;

import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Postmortem drafts over REST. */
@RestController
@Tag(name = "Postmortem")
class PostmortemController {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final List<MediaType> FORMATS = List.of(MARKDOWN, MediaType.APPLICATION_JSON, HTML);

    private final Postmortems postmortems;
    private final IncidentAddresses addresses;

    PostmortemController(Postmortems postmortems, IncidentAddresses addresses) {
        this.postmortems = postmortems;
        this.addresses = addresses;
    }

    @GetMapping(
            path = "/api/v1/incidents/{id}/postmortem",
            produces = {"text/markdown", MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(summary = "The draft of the postmortem, now or as the log stood at a moment of record time")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = "application/json", schema = @Schema(implementation = Postmortem.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> postmortem(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        var draft = postmortems.draft(addresses.resolve(id), Moments.parse("asOf", asOf));
        var format = format(accept);
        return ResponseEntity.ok()
                .eTag("\"" + draft.derivedFrom().sequence() + "\"")
                .header("Decklog-Position", Long.toString(draft.derivedFrom().position()))
                .varyBy(HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .contentType(format)
                .body(body(draft, format));
    }

    private static Object body(Postmortem draft, MediaType format) {
        if (format.equals(MediaType.APPLICATION_JSON)) {
            return draft;
        }
        var markdown = PostmortemMarkdown.of(draft);
        return format.equals(HTML)
                ? PostmortemHtml.of(draft.incident().line().number().toString(), markdown)
                : markdown;
    }

    /** That one of them is acceptable has been seen to before; Markdown if the client does not care. */
    private static MediaType format(String accept) {
        var accepted = MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(type -> FORMATS.stream().filter(type::isCompatibleWith))
                .findFirst()
                .orElse(MARKDOWN);
    }
}
