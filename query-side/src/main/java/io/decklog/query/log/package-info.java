/**
 * The log itself, as the query side reads it.
 */
@NullMarked
package io.decklog.query.log;

import org.jspecify.annotations.NullMarked;
