package io.decklog.api.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a decision was taken.
 *
 * @param chosen the name of one of the decision's options
 * @param rationale why this one
 * @param evidence what it rests on
 * @param decidedBy who answers for it
 * @param participants who else was in the room
 * @param expectedOutcome what should be seen if it was right
 */
public record Choice(
        String chosen,
        String rationale,
        List<Evidence> evidence,
        String decidedBy,
        List<String> participants,
        @Nullable String expectedOutcome) {

    public Choice {
        evidence = List.copyOf(evidence);
        participants = List.copyOf(participants);
    }
}
