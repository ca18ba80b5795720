package io.decklog.command.idempotency;

import io.decklog.api.incident.IncidentId;
import java.util.UUID;

/**
 * What a request is about to record, or has recorded.
 *
 * @param entry the id of the entry
 */
record Intent(IncidentId incident, UUID entry) {}
