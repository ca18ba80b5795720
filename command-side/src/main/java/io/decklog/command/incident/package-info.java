/** An incident: its rules (pure), the thin aggregate around them, and the REST endpoints of its commands. */
@NullMarked
package io.decklog.command.incident;

import org.jspecify.annotations.NullMarked;
