package io.decklog.query.decision;

import io.decklog.api.incident.MitigationKind;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Precedents over REST. */
@RestController
@Tag(name = "Decisions")
class PrecedentController {

    private static final String DEFAULT_LIMIT = "10";
    private static final int MAX_LIMIT = 100;

    private static final String HOW = """
            The best first, with why each was found. The score is 0.7 times the share of the words asked for that the \
            decision says (a word of its question or of an option's name in full, any other by half), 0.2 more for a service \
            in common and 0.1 more for a kind of mitigation in common; the latest first among equals. Looked at are the last \
            1,000 decisions that say all of the words, those that say a rare one, and the last 1,000 that say two of the \
            frequent ones. How each turned out stands in the decision: judgements, mitigations, superseded. Decisions of \
            drills and struck ones are no precedents.""";

    private final Decisions decisions;
    private final Precedents precedents;
    private final Clock clock;

    PrecedentController(Decisions decisions, Precedents precedents, Clock clock) {
        this.decisions = decisions;
        this.precedents = precedents;
        this.clock = clock;
    }

    @GetMapping("/api/v1/decisions/{id}/precedents")
    @ReadsProjections(ProjectionNames.DECISIONS)
    @Operation(
            summary = "Decisions recorded before this one on a similar question, and how they turned out",
            description = HOW)
    Page<Precedent> ofDecision(
            @PathVariable String id,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        var most = limit(limit);
        var decision = decisions.one(DecisionController.parse(id), null);
        var services = decision.state() == DecisionState.RAISED ? precedents.services(decision) : decision.services();
        return precedents.of(Precedents.Wanted.by(decision, services), most);
    }

    @GetMapping("/api/v1/decisions/precedents")
    @ReadsProjections(ProjectionNames.DECISIONS)
    @Operation(summary = "Decisions on a question like this one, and how they turned out", description = HOW)
    Page<Precedent> ofQuestion(
            @Parameter(description = "the question in words") @RequestParam String q,
            @Parameter(description = "a service it is about; repeated for several")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> service,
            @Parameter(description = "a kind of mitigation in mind, ROLLBACK") @RequestParam(required = false) @Nullable
                    String mitigation,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        var kind = Paging.oneOf(MitigationKind.class, "mitigation", mitigation);
        var wanted = new Precedents.Wanted(
                q, service == null ? List.of() : service, kind == null ? List.of() : List.of(kind), clock.instant());
        return precedents.of(wanted, limit(limit));
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.unreadable("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return limit;
    }
}
