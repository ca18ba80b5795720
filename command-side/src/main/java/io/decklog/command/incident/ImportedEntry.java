package io.decklog.command.incident;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Stamp;
import io.decklog.command.incident.DecisionRequests.ObjectionBody;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a line, read and found in order.
 *
 * @param target the id of what it is on, as it stood in the entry; empty if it is on the incident
 * @param content what it says, without its id, in one form
 */
record ImportedEntry(ImportedKind<?> kind, EntryRequest body, Provenance provenance, String target, String content) {

    /** Where an entry comes from: who made it, and when the log it comes from took it in. */
    record Provenance(
            @Nullable @Words(max = Words.NAME) String by,
            @Nullable @Happened Instant originallyRecordedAt) {}

    IncidentCommand command(IncidentId incident, UUID id, Instant now) {
        return kind.command(
                body,
                incident,
                target,
                new Stamp(
                        id,
                        new Attribution(author(), Scribe.ANYBODY, body.onBehalfOf()),
                        Objects.requireNonNull(body.occurredAt(), "occurredAt"),
                        now,
                        provenance.originallyRecordedAt(),
                        body.lateReason()));
    }

    /** In an objection {@code by} is who objects, and so its author. */
    private String author() {
        if (body instanceof ObjectionBody objection) {
            return objection.by();
        }
        return provenance.by() == null ? Scribe.ANYBODY : provenance.by();
    }
}
