/**
 * For the operator: the state of each projection, its rebuild, its failed events and their retry.
 */
@NullMarked
package io.decklog.query.operator;

import org.jspecify.annotations.NullMarked;
