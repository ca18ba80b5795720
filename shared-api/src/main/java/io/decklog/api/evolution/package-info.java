/**
 * How events are written down, so that a log written today can be read by the Decklog of ten years from now: the names
 * under which they are stored, the form of their JSON, and (once there is a second revision of any) their upcasters.
 */
@NullMarked
package io.decklog.api.evolution;

import org.jspecify.annotations.NullMarked;
