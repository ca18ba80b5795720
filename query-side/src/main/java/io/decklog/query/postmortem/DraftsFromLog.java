package io.decklog.query.postmortem;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.postmortem.PostmortemDrafts;
import org.springframework.stereotype.Component;

/** Drafts for who publishes them. */
@Component
class DraftsFromLog implements PostmortemDrafts {

    private final Postmortems postmortems;
    private final DraftTemplates templates;

    DraftsFromLog(Postmortems postmortems, DraftTemplates templates) {
        this.postmortems = postmortems;
        this.templates = templates;
    }

    @Override
    public Draft draft(IncidentId incident) {
        var draft = postmortems.draft(incident, null);
        return new Draft(
                templates.write(draft),
                draft.derivedFrom().sequence(),
                draft.derivedFrom().position());
    }
}
