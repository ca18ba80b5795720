/**
 * Positions in the log: how far a projection has come, and reads that wait until it has come far enough.
 */
@NullMarked
package io.decklog.query.position;

import org.jspecify.annotations.NullMarked;
