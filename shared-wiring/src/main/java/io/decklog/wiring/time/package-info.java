/** How long something took or has to wait, whatever the clock of the machine is set to meanwhile. */
@NullMarked
package io.decklog.wiring.time;

import org.jspecify.annotations.NullMarked;
