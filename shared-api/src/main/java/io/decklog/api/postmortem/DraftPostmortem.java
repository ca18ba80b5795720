package io.decklog.api.postmortem;

import io.decklog.api.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * Asks any query node for the draft of a postmortem.
 *
 * @param position up to which that node must have seen the log
 */
public record DraftPostmortem(IncidentId incidentId, long position) {

    /** The name under which it is sent. */
    public static final String NAME = "io.decklog.DraftPostmortem";

    /** @param draft null if there is no such incident */
    public record Answer(PostmortemDrafts.@Nullable Draft draft) {}
}
