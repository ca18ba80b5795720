/**
 * Timelines as they grow, to clients that listen. One reader of the log for the whole process tells all of them, and only
 * as long as somebody listens.
 */
@NullMarked
package io.decklog.query.live;

import org.jspecify.annotations.NullMarked;
