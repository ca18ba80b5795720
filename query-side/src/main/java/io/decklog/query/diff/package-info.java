/**
 * What changed in the story of an incident between two moments of record time.
 */
@NullMarked
package io.decklog.query.diff;

import org.jspecify.annotations.NullMarked;
