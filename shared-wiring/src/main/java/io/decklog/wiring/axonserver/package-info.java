/** Axon Server: how a process is connected to it, and the log as it keeps it. */
@NullMarked
package io.decklog.wiring.axonserver;

import org.jspecify.annotations.NullMarked;
