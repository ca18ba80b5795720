/** The command side as a process of its own, one or several on one database. */
@NullMarked
package io.decklog.command.it;

import org.jspecify.annotations.NullMarked;
