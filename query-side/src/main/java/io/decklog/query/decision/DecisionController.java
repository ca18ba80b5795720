package io.decklog.query.decision;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Ids;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The decision audit over REST. */
@RestController
@Tag(name = "Decisions")
class DecisionController {

    private static final String ALL = "ALL";

    private final Decisions decisions;
    private final IncidentAddresses addresses;

    DecisionController(Decisions decisions, IncidentAddresses addresses) {
        this.decisions = decisions;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/decisions")
    @ReadsProjections({ProjectionNames.DECISIONS, ProjectionNames.INCIDENTS})
    @Operation(summary = "The decision audit, newest first; filters combine")
    Page<Decision> list(
            @Parameter(description = "RECORDED (default), RAISED or ALL") @RequestParam(defaultValue = "RECORDED")
                    String state,
            @RequestParam(required = false) @Nullable String decidedBy,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String severity,
            @Parameter(description = "decided at or after") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "decided at or before") @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String permanence,
            @RequestParam(required = false) @Nullable String soundness,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String superseded,
            @RequestParam(required = false) @Nullable String withoutEvidence,
            @RequestParam(required = false) @Nullable String withoutAlternatives,
            @RequestParam(required = false) @Nullable String late,
            @Parameter(description = "words of question, rationale and options")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "UUID or INC-n") @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Optional<IncidentId> of = incident == null ? Optional.empty() : addresses.find(incident);
        var filter = new DecisionFilter(
                ALL.equalsIgnoreCase(state) ? null : Paging.oneOf(DecisionState.class, "state", state),
                decidedBy,
                service,
                Paging.oneOf(Severity.class, "severity", severity),
                Moments.parse("from", from),
                Moments.parse("to", to),
                Paging.oneOf(Permanence.class, "permanence", permanence),
                Paging.oneOf(Soundness.class, "soundness", soundness),
                Paging.oneOf(Outcome.class, "outcome", outcome),
                Paging.flag("superseded", superseded),
                Paging.flag("withoutEvidence", withoutEvidence),
                Paging.flag("withoutAlternatives", withoutAlternatives),
                Paging.flag("late", late),
                q,
                of.orElse(null),
                cursor,
                Paging.limit(limit));
        return incident != null && of.isEmpty() ? new Page<>(List.of(), null) : decisions.list(filter);
    }

    @GetMapping("/api/v1/decisions/{id}")
    @ReadsProjections(ProjectionNames.DECISIONS)
    @Operation(summary = "One decision")
    Decision one(@PathVariable String id) {
        return decisions.one(parse(id));
    }

    @GetMapping("/api/v1/decisions/{id}/known")
    @ReadsProjections(ProjectionNames.DECISIONS)
    @Operation(summary = "What was known when it was decided, and what was true but unknown")
    Known known(@PathVariable String id) {
        return decisions.known(parse(id));
    }

    private static UUID parse(String id) {
        return Ids.parse(id)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_DECISION", "there is no such decision"));
    }
}
