/**
 * The language of an incident: the commands one can give, the events the log keeps, and the values both are made of.
 *
 * <p>{@link io.decklog.api.incident.IncidentCommand} and {@link io.decklog.api.incident.IncidentEvent} are the two
 * vocabularies; each is sealed and split by what it speaks about. What an event's JSON may look like in each revision
 * is pinned by one golden file per revision.
 */
@NullMarked
package io.decklog.api.incident;

import org.jspecify.annotations.NullMarked;
