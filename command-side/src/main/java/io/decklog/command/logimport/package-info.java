/** Imports of a whole log that was exported elsewhere: ids, order and times stay as they are, to the byte. */
@NullMarked
package io.decklog.command.logimport;

import org.jspecify.annotations.NullMarked;
