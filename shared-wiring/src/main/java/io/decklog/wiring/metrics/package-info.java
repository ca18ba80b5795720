/** What both sides need to measure themselves. */
@NullMarked
package io.decklog.wiring.metrics;

import org.jspecify.annotations.NullMarked;
