/** Past incidents played again, decision by decision, with the future hidden until the last one is taken. */
@NullMarked
package io.decklog.query.rehearsal;

import org.jspecify.annotations.NullMarked;
