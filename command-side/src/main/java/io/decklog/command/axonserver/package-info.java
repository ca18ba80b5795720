/** The command side on Axon Server: commands go to the node that takes those of their incident. */
@NullMarked
package io.decklog.command.axonserver;

import org.jspecify.annotations.NullMarked;
