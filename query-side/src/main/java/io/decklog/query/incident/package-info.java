/**
 * Incidents as they stand: the list, and one at a time, also as of a moment in the past.
 */
@NullMarked
package io.decklog.query.incident;

import org.jspecify.annotations.NullMarked;
