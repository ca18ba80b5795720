/** Same key and same request, same answer, one set of events. */
@NullMarked
package io.decklog.command.idempotency;

import org.jspecify.annotations.NullMarked;
