/** How far the projections are behind, for probes and for metrics. */
@NullMarked
package io.decklog.query.health;

import org.jspecify.annotations.NullMarked;
