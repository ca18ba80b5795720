/** Where events are kept and how messages travel: on PostgreSQL alone, or through Axon Server. */
@NullMarked
package io.decklog.wiring.engine;

import org.jspecify.annotations.NullMarked;
