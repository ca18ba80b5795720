/**
 * The query side: answers questions about incidents from projections of the log, and replays the log as of any moment.
 *
 * <p>One package per feature; {@code projection}, {@code position}, {@code paging} and {@code log} hold what they share.
 */
@NullMarked
package io.decklog.query;

import org.jspecify.annotations.NullMarked;
