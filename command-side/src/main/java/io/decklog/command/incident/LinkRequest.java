package io.decklog.command.incident;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.LifecycleCommand.LinkIncidents;
import io.decklog.api.incident.MitigationId;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Stamp;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link whose other incident has been found. */
record LinkRequest(LinkBody body, IncidentId other, IncidentNumber otherNumber) implements IncidentRequest {

    /**
     * {@code /links}
     *
     * @param incident the other incident, by its UUID or its number
     */
    record LinkBody(
            @NotNull Relation relation,
            @NotNull @Words(max = Words.NAME) String incident,
            @Nullable MitigationId mitigationId,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements EntryRequest {}

    @Override
    public @Nullable UUID id() {
        return body.id();
    }

    @Override
    public @Nullable Instant occurredAt() {
        return body.occurredAt();
    }

    @Override
    public @Nullable String onBehalfOf() {
        return body.onBehalfOf();
    }

    @Override
    public @Nullable String lateReason() {
        return body.lateReason();
    }

    @Override
    public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
        return new LinkIncidents(incident, stamp, body.relation(), other, otherNumber, body.mitigationId());
    }
}
