/** What of an event is text that can be taken out for good, and what stays: author, times, place. */
@NullMarked
package io.decklog.api.redaction;

import org.jspecify.annotations.NullMarked;
