/** Takes in incidents of the past: an upload becomes a job, and its lines go in one after the other in the background. */
@NullMarked
package io.decklog.command.imports;

import org.jspecify.annotations.NullMarked;
