package io.decklog.command.logimport;

import io.decklog.wiring.log.file.LogFileBroken;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Imports of a whole log. */
@RestController
@Tag(name = "Imports")
class LogImportController {

    private final LogImport imports;
    private final EventReader reader;
    private final JsonMapper json;

    LogImportController(LogImport imports, EventReader reader, JsonMapper json) {
        this.imports = imports;
        this.reader = reader;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/imports/log", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Takes a whole log in that was exported elsewhere, as it is; safe to repeat",
            description = "What this log holds already, usually nothing, must be how the file begins. The file is "
                    + "received and checked whole before anything is appended. Answers a line of JSON now and then "
                    + "while it is appended; the last one has the state DONE or FAILED. Broken off, it goes on "
                    + "where it was when it is sent again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "What GET /exports/log answers",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(implementation = LogImportProgress.class))))
    void accept(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var upload = LogUpload.receive(request.getInputStream(), reader)) {
            var lines = new ProgressLines(response, json);
            try {
                imports.take(upload, lines::add);
            } catch (ProblemException refused) {
                lines.fail(refused);
            }
        } catch (LogFileBroken broken) {
            throw ProblemException.invalid("line " + broken.line(), String.valueOf(broken.getMessage()));
        }
    }
}
