/** Work that is done at a time or in the background, kept in the database: it survives restarts and runs on one node only. */
@NullMarked
package io.decklog.command.schedule;

import org.jspecify.annotations.NullMarked;
