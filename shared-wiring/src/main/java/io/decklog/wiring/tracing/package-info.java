/** Traces, from the request through the command and its events to the projections. */
@NullMarked
package io.decklog.wiring.tracing;

import org.jspecify.annotations.NullMarked;
