package io.decklog.query.postmortem;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.review.Reviews;
import io.decklog.wiring.web.ProblemException;
import org.springframework.stereotype.Component;

/** The versions of a postmortem: those that were published, and the draft of the next one. */
@Component
class PostmortemVersions {

    private static final String DRAFT = "draft";

    private final Reviews reviews;
    private final Postmortems postmortems;
    private final DraftTemplates templates;

    PostmortemVersions(Reviews reviews, Postmortems postmortems, DraftTemplates templates) {
        this.reviews = reviews;
        this.postmortems = postmortems;
        this.templates = templates;
    }

    /**
     * A published version.
     *
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT}, {@code UNKNOWN_VERSION}; 410 {@code ENTRY_REDACTED}
     */
    Reviews.Published one(IncidentId incident, String version) {
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw Reviews.unknownVersion();
        }
        return reviews.published(incident, Integer.parseInt(version));
    }

    /**
     * Two versions side by side; each the number of a published one, or {@code draft}.
     *
     * @throws ProblemException as {@link #one}
     */
    PostmortemComparison compared(IncidentId incident, String from, String to) {
        var before = text(incident, from);
        var after = text(incident, to);
        return new PostmortemComparison(before.number(), from, to, before.markdown(), after.markdown());
    }

    private Text text(IncidentId incident, String version) {
        if (!version.equals(DRAFT)) {
            var published = one(incident, version);
            return new Text(published.number(), published.markdown());
        }
        var draft = postmortems.draft(incident, null);
        return new Text(draft.incident().line().number(), templates.write(draft));
    }

    private record Text(IncidentNumber number, String markdown) {}
}
