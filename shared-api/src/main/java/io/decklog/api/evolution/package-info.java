/**
 * How events are written down, so that a log written today can be read by the Decklog of ten years from now: the names
 * under which they are stored, the form of their JSON, and how those of an earlier revision are read today.
 */
@NullMarked
package io.decklog.api.evolution;

import org.jspecify.annotations.NullMarked;
