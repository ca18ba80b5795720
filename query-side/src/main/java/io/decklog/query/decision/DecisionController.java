package io.decklog.query.decision;

import io.decklog.query.download.Downloads;
import io.decklog.query.download.Format;
import io.decklog.query.download.Ndjson;
import io.decklog.query.download.RowWriter;
import io.decklog.query.paging.Ids;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The decision audit over REST. */
@RestController
@Tag(name = "Decisions")
class DecisionController {

    private static final String AS_OF = "a moment of record time";

    private final Selections selections;
    private final Decisions decisions;
    private final DecisionFacets facets;
    private final Downloads downloads;
    private final Ndjson<Found> ndjson;

    DecisionController(
            Selections selections, Decisions decisions, DecisionFacets facets, Downloads downloads, JsonMapper json) {
        this.selections = selections;
        this.decisions = decisions;
        this.facets = facets;
        this.downloads = downloads;
        this.ndjson = new Ndjson<>(json, Found.class);
    }

    @GetMapping(
            path = "/api/v1/decisions",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE, Format.TEXT_CSV})
    @ReadsProjections({ProjectionNames.DECISIONS, ProjectionNames.INCIDENTS})
    @Operation(summary = "The decision audit, newest first; filters combine", description = """
                    JSON comes in pages. NDJSON, a decision a line, and CSV are the whole result, newest first, unless `limit` \
                    is given; they carry no highlights. A cell of CSV that a spreadsheet would take for a formula has an \
                    apostrophe before it. Decisions that are struck through are among the others and say so.""")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = FoundPage.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Found.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @Nullable
    ResponseEntity<Page<Found>> list(
            @ParameterObject DecisionFilter filter,
            @Parameter(
                            description =
                                    "decided (default), the newest first; or relevance, of the 10,000 newest that match q")
                    @RequestParam(required = false)
                    @Nullable
                    String order,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 1000, default 100, for JSON; any number for the others")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var selection = selections.of(filter);
        var by = Optional.ofNullable(Paging.oneOf(Decisions.Order.class, "order", order))
                .orElse(Decisions.Order.DECIDED);
        return switch (Format.best(accept)) {
            case JSON ->
                ResponseEntity.ok()
                        .varyBy(HttpHeaders.ACCEPT)
                        .body(decisions.page(selection, by, cursor, Paging.limit(limit)));
            case NDJSON -> all(decisions.all(selection, by, cursor, limit), Format.NDJSON, ndjson, request, response);
            case CSV ->
                all(decisions.all(selection, by, cursor, limit), Format.CSV, DecisionCsv.TABLE, request, response);
        };
    }

    private @Nullable ResponseEntity<Page<Found>> all(
            Downloads.Rows<Found> rows,
            Format format,
            RowWriter<Found> writer,
            HttpServletRequest request,
            HttpServletResponse response) {
        downloads.serve(request, response, format.type(), rows, writer);
        return null;
    }

    @GetMapping("/api/v1/decisions/facets")
    @ReadsProjections({ProjectionNames.DECISIONS, ProjectionNames.INCIDENTS})
    @Operation(
            summary =
                    "How many of the decisions asked for there are by decider, service, soundness, outcome, permanence",
            description = "Counts the newest 100,000 of them, and tells the 50 most frequent values of each.")
    DecisionFacets.Facets facets(@ParameterObject DecisionFilter filter) {
        return facets.of(selections.of(filter));
    }

    /** @param name as the parameter {@code question} takes it */
    @Schema(name = "DecisionQuestion")
    record Question(String name, String sentence, String filter) {}

    @GetMapping("/api/v1/decisions/questions")
    @Operation(summary = "What auditors ask: each a name for the parameter question, and the filter it stands for")
    Page<Question> questions() {
        return new Page<>(
                Arrays.stream(DecisionQuestion.values())
                        .map(it -> new Question(it.wireName(), it.sentence(), it.filter()))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/decisions/{id}")
    @ReadsProjections(ProjectionNames.DECISIONS)
    @Operation(summary = "One decision, now or as a reader saw it at a moment of record time")
    Found one(
            @PathVariable String id,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf) {
        var moment = Moments.parse("asOf", asOf);
        return new Found(decisions.one(parse(id), moment), moment, List.of());
    }

    @GetMapping("/api/v1/decisions/{id}/known")
    @ReadsProjections(ProjectionNames.DECISIONS)
    @Operation(
            summary = "What was known when it was decided, and what was true but unknown",
            description = "What was known is told in the words of that moment, whatever was corrected or struck since. "
                    + "What was true but unknown is told as it reads now, or at asOf.")
    Known known(
            @PathVariable String id,
            @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf) {
        return decisions.known(parse(id), Moments.parse("asOf", asOf));
    }

    static UUID parse(String id) {
        return Ids.parse(id)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_DECISION", "there is no such decision"));
    }

    /** For the API description alone: generics are lost in annotations. */
    private record FoundPage(List<Found> items, @Nullable String nextCursor) {}
}
