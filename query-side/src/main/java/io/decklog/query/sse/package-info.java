/**
 * Server-sent events as the query side tells them: one virtual thread for each client, heartbeats, and an orderly end of
 * every stream when the process stops.
 */
@NullMarked
package io.decklog.query.sse;

import org.jspecify.annotations.NullMarked;
