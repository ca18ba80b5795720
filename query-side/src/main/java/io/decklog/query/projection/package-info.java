/**
 * What every projection is made of: a pure fold of recorded events into rows, and one adapter that runs such a fold
 * inside an event processor.
 *
 * <p>The same fold feeds the live tables, answers questions as of a moment in the past, and checks the one against the
 * other. There is no second implementation of any view.
 */
@NullMarked
package io.decklog.query.projection;

import org.jspecify.annotations.NullMarked;
