package io.decklog.command.incident;

import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.incident.ReviewRequests.PublicationBody;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Publishes postmortems: asks for the draft and has it recorded, if the incident still stands where the draft left it.
 * Where it does not it drafts again, unless the caller said at which sequence to publish.
 */
@Component
class PostmortemPress {

    private static final int MAX_DRAFTS = 5;

    private final Scribe scribe;
    private final DraftsOfQuerySide drafts;

    PostmortemPress(Scribe scribe, DraftsOfQuerySide drafts) {
        this.scribe = scribe;
        this.drafts = drafts;
    }

    ResponseEntity<RecordedBody> publish(HttpServletRequest http, String incident, PublicationBody body) {
        return publish(http, incident, body, 1);
    }

    private ResponseEntity<RecordedBody> publish(
            HttpServletRequest http, String incident, PublicationBody body, int attempt) {
        try {
            return scribe.record(http, incident, drafts.draft(scribe.incident(incident)), body);
        } catch (IncidentRejected rejected) {
            if (rejected.rejection().code() != RejectionCode.SEQUENCE_MISMATCH
                    || http.getHeader(HttpHeaders.IF_MATCH) != null
                    || attempt == MAX_DRAFTS) {
                throw rejected;
            }
            return publish(http, incident, body, attempt + 1);
        }
    }
}
