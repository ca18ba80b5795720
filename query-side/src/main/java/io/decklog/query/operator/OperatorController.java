package io.decklog.query.operator;

import io.decklog.query.paging.Page;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The projections, for the operator. */
@RestController
@RequestMapping("/api/v1/projections")
@Tag(name = "Projections")
class OperatorController {

    private final Operations operations;
    private final DeadLetters deadLetters;

    OperatorController(Operations operations, DeadLetters deadLetters) {
        this.operations = operations;
        this.deadLetters = deadLetters;
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

    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Rebuild a projection from the log; its state tells how far it is")
    ProjectionStatus replay(@PathVariable String name) {
        operations.replay(known(name));
        return operations.status(name);
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
