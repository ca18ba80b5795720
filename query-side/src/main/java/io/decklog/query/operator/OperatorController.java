package io.decklog.query.operator;

import io.decklog.query.paging.Page;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.rebuild.Finding;
import io.decklog.query.rebuild.RebuildProgress;
import io.decklog.query.rebuild.Verification;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The projections, for the operator. */
@RestController
@RequestMapping("/api/v1/projections")
@Tag(name = "Projections")
class OperatorController {

    private final Operations operations;
    private final DeadLetters deadLetters;
    private final Verification verification;
    private final JsonMapper json;

    OperatorController(Operations operations, DeadLetters deadLetters, Verification verification, JsonMapper json) {
        this.operations = operations;
        this.deadLetters = deadLetters;
        this.verification = verification;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Each projection: what it does, how far it has come, what it could not take in")
    Page<ProjectionStatus> all() {
        return new Page<>(operations.all(), null);
    }

    @GetMapping("/{name}")
    @Operation(summary = "One projection")
    ProjectionStatus one(@PathVariable String name) {
        return operations.status(known(name));
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild every projection from the log, in one go and in the background",
            description = "The tables there are go on answering until the new ones have caught up.")
    Page<ProjectionStatus> replayAll() {
        operations.replay(ProjectionNames.ALL);
        return all();
    }

    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild a projection from the log, in the background",
            description =
                    "The tables there are go on answering until the new ones have caught up. A projection that is "
                            + "being rebuilt already is left to it.")
    ProjectionStatus replay(@PathVariable String name) {
        operations.replay(List.of(known(name)));
        return operations.status(name);
    }

    @GetMapping("/{name}/replay")
    @Operation(summary = "How far the last rebuild of a projection has come; 404 if there never was one")
    RebuildProgress rebuild(@PathVariable String name) {
        return operations
                .rebuild(known(name))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "NEVER_REBUILT", "nobody has asked for a rebuild of this projection"));
    }

    @PostMapping("/{name}/replay/cancel")
    @Operation(summary = "Stop a rebuild; the tables there are stay. One that has ended stays as it is")
    RebuildProgress cancel(@PathVariable String name) {
        operations.cancel(known(name));
        return rebuild(name);
    }

    @GetMapping(path = "/{name}/verification", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Compare the tables of a projection with what its fold makes of the log",
            description =
                    "Answers a line of JSON now and then while it goes on, each with the position it checks and how "
                            + "many events it has folded. The last line has the state EQUAL, DIFFERENT with the first difference, "
                            + "or FAILED with the reason why it cannot be told. Ends early if the caller goes away.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(implementation = Finding.class))))
    void verification(@PathVariable String name, HttpServletResponse response) throws IOException {
        var projection = known(name);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var lines = new FindingLines(response.getOutputStream(), json);
        verification.of(projection, lines::add);
    }

    @GetMapping("/{name}/dead-letters")
    @Operation(summary = "The events a projection could not take in, and those that wait behind them")
    Page<DeadLetterView> deadLetters(@PathVariable String name) {
        return new Page<>(deadLetters.list(known(name)), null);
    }

    @PostMapping("/{name}/dead-letters/retry")
    @Operation(summary = "Try each incident with dead letters once more")
    DeadLetters.Retry retry(@PathVariable String name) {
        return deadLetters.retry(known(name));
    }

    private static String known(String name) {
        if (!ProjectionNames.ALL.contains(name)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "UNKNOWN_PROJECTION", "there is no projection of that name");
        }
        return name;
    }
}
