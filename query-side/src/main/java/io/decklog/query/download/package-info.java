/**
 * Whole results, sent row by row as they are read: as many as there are, in the same little memory.
 */
@NullMarked
package io.decklog.query.download;

import org.jspecify.annotations.NullMarked;
