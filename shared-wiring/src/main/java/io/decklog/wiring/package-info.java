/**
 * What both sides need to run, wired once: the event store, the serializers, the database schemas and the habits of HTTP.
 */
@NullMarked
package io.decklog.wiring;

import org.jspecify.annotations.NullMarked;
