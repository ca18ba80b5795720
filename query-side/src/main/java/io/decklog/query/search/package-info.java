/**
 * Search over all incidents and their entries.
 */
@NullMarked
package io.decklog.query.search;

import org.jspecify.annotations.NullMarked;
