/**
 * How long incidents took to be detected, acknowledged, decided on, mitigated and resolved: each number with the entries it
 * comes from, and what cannot be computed with the reason why.
 */
@NullMarked
package io.decklog.query.metrics;

import org.jspecify.annotations.NullMarked;
