/** Both sides of Decklog in one process, on a PostgreSQL of its own: what {@code ./decklog} starts. */
@NullMarked
package io.decklog.standalone;

import org.jspecify.annotations.NullMarked;
