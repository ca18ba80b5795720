/** What is learned from incidents: reviews, the action items that come out of them, and postmortems as they were published. */
@NullMarked
package io.decklog.query.review;

import org.jspecify.annotations.NullMarked;
