package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.api.postmortem.PostmortemDrafts.Draft;
import io.decklog.wiring.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks the query side for drafts: the one in this process, else the one at the address it was given. */
@Component
class DraftsOfQuerySide {

    private final ObjectProvider<PostmortemDrafts> here;
    private final @Nullable PostmortemDrafts elsewhere;

    DraftsOfQuerySide(ObjectProvider<PostmortemDrafts> here, QuerySideSettings settings) {
        this.here = here;
        this.elsewhere = settings.url() == null ? null : new DraftsOverHttp(settings.url());
    }

    /** @throws ProblemException 404 {@code UNKNOWN_INCIDENT}; 503 {@code DRAFT_UNAVAILABLE} */
    Draft draft(IncidentId incident) {
        var querySide = here.getIfAvailable(() -> elsewhere);
        if (querySide != null) {
            return querySide.draft(incident);
        }
        throw new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "DRAFT_UNAVAILABLE",
                "the query side is not in this process; set decklog.query-side.url to its address");
    }
}
