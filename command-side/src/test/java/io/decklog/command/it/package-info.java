/** Integration tests of a running command side. */
@NullMarked
package io.decklog.command.it;

import org.jspecify.annotations.NullMarked;
