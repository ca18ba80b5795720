package io.decklog.command.idempotency;

import io.decklog.api.incident.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What a command was answered.
 *
 * @param position where in the log; null if nothing was recorded
 * @param replayed whether it was remembered from an earlier request with the same key
 */
public record Answer(Recorded recorded, @Nullable Long position, boolean replayed) {}
