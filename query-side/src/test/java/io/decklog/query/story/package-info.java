/** Histories of incidents for tests: told by hand, or at random from a seed. */
@NullMarked
package io.decklog.query.story;

import org.jspecify.annotations.NullMarked;
