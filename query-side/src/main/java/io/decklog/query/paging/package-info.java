/**
 * Lists in pages: limits, opaque cursors, and the values of query parameters.
 */
@NullMarked
package io.decklog.query.paging;

import org.jspecify.annotations.NullMarked;
