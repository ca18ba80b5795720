/** Whether this process can record. */
@NullMarked
package io.decklog.command.health;

import org.jspecify.annotations.NullMarked;
