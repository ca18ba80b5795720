/** How a process finds out, cheaply and however often it is asked, whether it can do its work. */
@NullMarked
package io.decklog.wiring.health;

import org.jspecify.annotations.NullMarked;
