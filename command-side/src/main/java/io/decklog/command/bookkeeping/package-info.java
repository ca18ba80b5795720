/** What is written beside the events of a command, in the command side's own database. */
@NullMarked
package io.decklog.command.bookkeeping;

import org.jspecify.annotations.NullMarked;
