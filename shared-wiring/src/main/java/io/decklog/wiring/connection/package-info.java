/** Connections to the database that notice when it is gone. */
@NullMarked
package io.decklog.wiring.connection;

import org.jspecify.annotations.NullMarked;
