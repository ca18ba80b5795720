/**
 * The timeline of an incident: one entry for each thing that was recorded, in words a person would use.
 */
@NullMarked
package io.decklog.query.timeline;

import org.jspecify.annotations.NullMarked;
