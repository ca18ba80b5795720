package io.decklog.command.imports;

import io.decklog.command.idempotency.IdempotentRequest;
import io.decklog.command.imports.Imports.Accepted;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports of past incidents: NDJSON, one incident a line. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CLIENT = "anonymous";

    private final Imports imports;
    private final DataSize limit;

    ImportController(Imports imports, ImportSettings settings) {
        this.imports = imports;
        this.limit = settings.maxBody();
    }

    /** Every line of the upload is on disk when this answers. */
    @PostMapping(consumes = NDJSON)
    @Operation(
            summary = "Takes past incidents in, as a job in the background; safe to repeat",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "One incident a line: {\"incident\": {...}, \"entries\": [...]}",
                            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string"))))
    ResponseEntity<ImportJob> accept(
            HttpServletRequest http, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        try (var upload = ImportUpload.receive(http.getInputStream(), limit.toBytes())) {
            var request = key == null
                    ? null
                    : IdempotentRequest.of(CLIENT, key, "POST " + http.getRequestURI(), upload.digest());
            return answer(imports.accept(upload, request));
        }
    }

    private static ResponseEntity<ImportJob> answer(Accepted accepted) {
        var response = ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + accepted.job().id()));
        if (accepted.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(accepted.job());
    }

    @GetMapping("/{job}")
    @Operation(summary = "How far an import has come, and what was wrong with which line")
    ResponseEntity<ImportJob> job(@PathVariable ImportId job) {
        return answer(imports.find(job).orElseThrow(() -> unknown(job)));
    }

    @PostMapping("/{job}/cancel")
    @Operation(summary = "Stops an import after the line it is at; what was taken in stays")
    ResponseEntity<ImportJob> cancel(@PathVariable ImportId job) {
        return answer(imports.cancel(job).orElseThrow(() -> unknown(job)));
    }

    private static ResponseEntity<ImportJob> answer(ImportJob job) {
        var response = ResponseEntity.ok();
        if (job.position() != null) {
            response.header("Decklog-Position", job.position().toString());
        }
        return response.body(job);
    }

    private static ProblemException unknown(ImportId job) {
        return new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_IMPORT", "there is no import " + job);
    }
}
