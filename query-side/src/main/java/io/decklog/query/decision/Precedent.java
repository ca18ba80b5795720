package io.decklog.query.decision;

import io.decklog.api.incident.MitigationKind;
import java.util.List;

/**
 * An earlier decision on a similar question. How it turned out stands in the decision: its judgements, whether it was
 * superseded, whether its mitigations helped or were rolled back.
 *
 * @param score from 0 to 1: {@value #OF_WORDS} times the share of the words asked for that it says, where a word of its
 *     question or of an option's name counts in full and any other by half; {@value #OF_SERVICE} more for a service in
 *     common, {@value #OF_MITIGATION} more for a kind of mitigation in common
 * @param because why it was found
 * @param highlights where it says the words
 */
record Precedent(double score, Because because, Decision decision, List<Highlight> highlights) {

    static final double OF_WORDS = 0.7;
    static final double OF_SERVICE = 0.2;
    static final double OF_MITIGATION = 0.1;

    /**
     * What it has in common with what was asked.
     *
     * @param words as they were asked
     * @param services of its incident and the one asked about
     * @param mitigations the kinds of what carried both out
     */
    record Because(List<String> words, List<String> services, List<MitigationKind> mitigations) {}
}
