package io.decklog.query.stopgap;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Paging;
import io.decklog.query.position.ReadsProjections;
import io.decklog.query.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stopgap ledger over REST. */
@RestController
@Tag(name = "Stopgaps")
class StopgapController {

    private final Stopgaps stopgaps;
    private final IncidentAddresses addresses;

    StopgapController(Stopgaps stopgaps, IncidentAddresses addresses) {
        this.stopgaps = stopgaps;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/stopgaps")
    @ReadsProjections({ProjectionNames.STOPGAPS, ProjectionNames.INCIDENTS})
    @Operation(
            summary = "The stopgap ledger, now or as a reader saw it at a moment of record time; filters combine",
            description = "The oldest first. State, age and what is overdue are those of that moment.")
    Ledger list(
            @Parameter(description = "OPEN, PLANNED, OVERDUE, PAID or ROLLED_BACK")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "UUID or INC-n") @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String owner,
            @Parameter(description = "a moment of record time") @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Optional<IncidentId> of = incident == null ? Optional.empty() : addresses.find(incident);
        var filter = new Stopgaps.Filter(
                Paging.oneOf(StopgapState.class, "state", state),
                of.orElse(null),
                owner,
                Moments.parse("asOf", asOf),
                cursor,
                Paging.limit(limit));
        return incident != null && of.isEmpty() ? new Ledger(filter.asOf(), List.of(), null) : stopgaps.list(filter);
    }
}
