/** A past incident to be decided again: what both sides have to agree on about the scenes of a rehearsal. */
@NullMarked
package io.decklog.api.rehearsal;

import org.jspecify.annotations.NullMarked;
