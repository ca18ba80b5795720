package io.decklog.query.decision;

import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;
import io.decklog.query.download.Downloads;
import io.decklog.query.download.Format;
import io.decklog.query.download.Ndjson;
import io.decklog.query.download.RowWriter;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.timeline.ProjectedEntries;
import io.decklog.query.timeline.ProjectedEntries.Projected;
import io.decklog.query.timeline.ProjectedEntries.Touched;
import io.decklog.query.timeline.TimelineEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** All decisions as a data set to learn from. */
@RestController
@Tag(name = "Exports")
class DecisionDataSet implements RowWriter<Decision> {

    private final Downloads downloads;
    private final ProjectedEntries entries;
    private final Ndjson<DecisionCase> ndjson;

    DecisionDataSet(Downloads downloads, ProjectedEntries entries, JsonMapper json) {
        this.downloads = downloads;
        this.entries = entries;
        this.ndjson = new Ndjson<>(json, DecisionCase.class);
    }

    @GetMapping(path = "/api/v1/exports/decisions", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @ReadsProjections({ProjectionNames.DECISIONS, ProjectionNames.TIMELINE})
    @Operation(
            summary = "Every decision that was taken, as an example a line, the oldest first",
            description =
                    "Question, options, evidence, choice, judgement, effects. Decisions of drills and those that are "
                            + "struck through are left out unless asked for.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = DecisionCase.class)))
    void decisions(
            @Parameter(description = "true for those of drills, too") @RequestParam(required = false) @Nullable
                    String drills,
            @Parameter(description = "true for struck ones, too") @RequestParam(required = false) @Nullable
                    String struck,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sql = """
                SELECT view FROM decision WHERE state = 'RECORDED' %s %s ORDER BY decided_at, id, incident_id
                """.formatted(
                        Boolean.TRUE.equals(Paging.flag("drills", drills)) ? "" : "AND kind = 'LIVE'",
                        Boolean.TRUE.equals(Paging.flag("struck", struck)) ? "" : "AND NOT struck");
        var rows = new Downloads.Rows<>(
                sql, Map.of(), (row, _) -> Decision.of(DecisionTables.DECISIONS.read(row.getString("view"))));
        downloads.serve(request, response, Format.NDJSON.type(), rows, this);
    }

    @Override
    public void write(List<Decision> decisions, boolean first, OutputStream out) throws IOException {
        var cited = cited(decisions);
        var cases = decisions.stream()
                .map(decision -> DecisionCase.of(decision, of(decision.incidentId(), cited)))
                .toList();
        ndjson.write(cases, first, out);
    }

    private record Cited(IncidentId incidentId, UUID entryId) {}

    private Map<Cited, TimelineEntry> cited(List<Decision> decisions) {
        var asked =
                decisions.stream().flatMap(DecisionDataSet::cited).distinct().toList();
        return entries.of(asked).stream()
                .collect(Collectors.toMap(
                        found -> new Cited(found.incidentId(), found.entry().entryId()), Projected::entry));
    }

    private static Stream<Touched> cited(Decision decision) {
        return decision.evidence().stream()
                .flatMap(evidence -> evidence.entry().stream())
                .map(EntryId::value)
                .map(entry -> new Touched(decision.incidentId(), 0, entry, false));
    }

    private static Function<UUID, Optional<TimelineEntry>> of(IncidentId incident, Map<Cited, TimelineEntry> cited) {
        return entry -> Optional.ofNullable(cited.get(new Cited(incident, entry)));
    }
}
