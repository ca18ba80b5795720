/**
 * An incident played again, at many times its speed, each entry as it stood at its moment.
 */
@NullMarked
package io.decklog.query.replay;

import org.jspecify.annotations.NullMarked;
