package io.decklog.query.timeline;

import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Soundness;

/** How a judgement reads. */
public final class Verdicts {

    private Verdicts() {}

    /** As it reads after the decision it is on. */
    public static String of(Soundness soundness, Outcome outcome) {
        return "was %s on what was known, and %s".formatted(words(soundness), words(outcome));
    }

    private static String words(Soundness soundness) {
        return switch (soundness) {
            case SOUND -> "sound";
            case UNSOUND -> "unsound";
            case UNDETERMINED -> "neither clearly sound nor unsound";
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case RIGHT -> "turned out right";
            case WRONG -> "turned out wrong";
            case MIXED -> "turned out right in part";
            case UNKNOWN -> "how it turned out is unknown";
        };
    }
}
