package io.decklog.api.incident;

/**
 * Where an incident came from, when another system knew it first. Makes an import safe to repeat.
 *
 * @param system the other system, for example {@code pagerduty}
 * @param id the incident's id over there
 */
public record SourceReference(String system, String id) {}
