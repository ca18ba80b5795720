/** The draft of a postmortem, as one side asks the other for it: the one question that goes from writing to reading. */
@NullMarked
package io.decklog.api.postmortem;

import org.jspecify.annotations.NullMarked;
