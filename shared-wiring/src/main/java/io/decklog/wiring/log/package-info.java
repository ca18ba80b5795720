/**
 * The log itself: where events are kept, in which form, and how Axon is told so.
 */
@NullMarked
package io.decklog.wiring.log;

import org.jspecify.annotations.NullMarked;
