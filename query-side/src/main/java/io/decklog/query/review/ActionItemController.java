package io.decklog.query.review;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.incident.IncidentAddresses;
import io.decklog.query.paging.Page;
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

/** What is owed after incidents, over REST. */
@RestController
@Tag(name = "Review")
class ActionItemController {

    private final ActionItems items;
    private final IncidentAddresses addresses;

    ActionItemController(ActionItems items, IncidentAddresses addresses) {
        this.items = items;
        this.addresses = addresses;
    }

    @GetMapping("/api/v1/action-items")
    @ReadsProjections({ProjectionNames.REVIEWS, ProjectionNames.INCIDENTS})
    @Operation(summary = "The action items of all incidents, the oldest first; filters combine")
    Page<ActionItem> list(
            @Parameter(description = "OPEN, OVERDUE or DONE") @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String owner,
            @Parameter(description = "UUID or INC-n") @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Optional<IncidentId> of = incident == null ? Optional.empty() : addresses.find(incident);
        var filter = new ActionItems.Filter(
                Paging.oneOf(ActionItemState.class, "state", state),
                owner,
                of.orElse(null),
                cursor,
                Paging.limit(limit));
        return incident != null && of.isEmpty() ? new Page<>(List.of(), null) : items.list(filter);
    }
}
