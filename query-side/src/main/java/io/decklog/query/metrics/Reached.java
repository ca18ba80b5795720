package io.decklog.query.metrics;

import java.time.Instant;
import java.util.UUID;

/**
 * A milestone an incident reached.
 *
 * @param at when, in the world
 * @param entryId the entry that says so
 */
public record Reached(Milestone milestone, Instant at, UUID entryId) {}
