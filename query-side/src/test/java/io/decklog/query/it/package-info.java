/** The query side as a whole, over HTTP on a real PostgreSQL. */
@NullMarked
package io.decklog.query.it;

import org.jspecify.annotations.NullMarked;
