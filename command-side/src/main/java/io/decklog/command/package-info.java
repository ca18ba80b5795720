/** Accepts commands over REST, decides on them and appends what follows to the log. */
@NullMarked
package io.decklog.command;

import org.jspecify.annotations.NullMarked;
