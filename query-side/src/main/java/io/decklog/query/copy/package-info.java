/**
 * Where the log is in Axon Server: the copy of it that everything here reads, and the questions other processes ask through
 * it. One process at a time copies; another takes its place when it is gone.
 */
@NullMarked
package io.decklog.query.copy;

import org.jspecify.annotations.NullMarked;
