package io.decklog.query.search;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Severity;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.text.FullText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over REST. */
@RestController
@Tag(name = "Search")
class SearchController {

    private final Search search;
    private final IncidentAddresses addresses;

    SearchController(Search search, IncidentAddresses addresses) {
        this.search = search;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/search")
    @ReadsProjections({ProjectionNames.SEARCH, ProjectionNames.INCIDENTS})
    @Operation(
            summary = "Incidents and entries that have these words, the best first; filters combine",
            description = """
                    Every word must be there, in whatever form; "a phrase" as it stands, or between alternatives, -word must not.
                    A number or an id finds its incident first. Entries that are struck or redacted are not found.
                    Of a word that is everywhere the newest 2,000 incidents and the newest 2,000 entries are ranked.
                    What is recorded while somebody pages can come on a later page; nothing comes twice.""")
    Page<Found> search(
            @Parameter(description = "words, a number (INC-42) or an id; at most 1,000 characters") @RequestParam
                    String q,
            @Parameter(description = "INCIDENT or ENTRY") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "of the incident, as it stands") @RequestParam(required = false) @Nullable
                    String severity,
            @Parameter(description = "of the incident") @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "UUID or INC-n") @RequestParam(required = false) @Nullable String incident,
            @Parameter(description = "occurred at or after") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "occurred at or before") @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Optional<IncidentId> of = incident == null ? Optional.empty() : addresses.find(incident);
        var filter = new SearchFilter(
                FullText.query("q", q),
                Paging.oneOf(SearchFilter.Kind.class, "kind", kind),
                Paging.oneOf(Severity.class, "severity", severity),
                service,
                of.orElse(null),
                Moments.parse("from", from),
                Moments.parse("to", to),
                cursor,
                Paging.limit(limit));
        return incident != null && of.isEmpty() ? new Page<>(List.of(), null) : search.find(filter);
    }
}
