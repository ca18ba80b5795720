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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Postmortem drafts over REST. */
@RestController
@Tag(name = "Postmortem")
class PostmortemController {

    private final Postmortems postmortems;
    private final DraftTemplates templates;
    private final PostmortemAnswers answers;
    private final IncidentAddresses addresses;

    PostmortemController(
            Postmortems postmortems, DraftTemplates templates, PostmortemAnswers answers, IncidentAddresses addresses) {
        this.postmortems = postmortems;
        this.templates = templates;
        this.answers = answers;
        this.addresses = addresses;
    }

    @GetMapping(
            path = "/api/v1/incidents/{id}/postmortem",
            produces = {
                "text/markdown",
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_HTML_VALUE,
                MediaType.APPLICATION_PDF_VALUE
            })
    @ReadsProjections(ProjectionNames.INCIDENTS)
    @Operation(
            summary = "The draft of the postmortem, now or as the log stood at a moment of record time",
            description = "Text is written by the template of the setting decklog.postmortem.template. While that is"
                    + " broken the answer is 503 POSTMORTEM_TEMPLATE_BROKEN, saying where; JSON needs no template.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = "application/json", schema = @Schema(implementation = Postmortem.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<Object> postmortem(
            @Parameter(description = "UUID or INC-n") @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        var draft = postmortems.draft(addresses.resolve(id), Moments.parse("asOf", asOf));
        var from = draft.derivedFrom();
        var answer = ResponseEntity.ok()
                .eTag("\"" + from.sequence() + "\"")
                .header("Decklog-Position", Long.toString(from.position()));
        if (answers.isJson(accept)) {
            return answer.varyBy(HttpHeaders.ACCEPT)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(draft);
        }
        return answers.text(
                answer,
                accept,
                draft.incident().line().number() + " postmortem draft",
                templates.write(draft),
                from.recordedAt());
    }
}
