package io.decklog.api.rehearsal;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A moment of a past incident at which somebody had to decide.
 *
 * @param number its place among the scenes, from 1
 * @param before how many events of the incident came before the choice; what is known in the scene
 * @param decisionId the decision that was taken then
 * @param question that needs an answer
 * @param options that were on the table
 * @param at when it was decided in the world
 */
public record Scene(int number, int before, DecisionId decisionId, String question, List<Option> options, Instant at) {

    public Scene {
        options = List.copyOf(options);
    }

    /** The decision that answers this scene in a rehearsal. Follows from both, so that a scene is answered once. */
    public DecisionId answerIn(IncidentId rehearsal) {
        var name = "%s/scene/%d".formatted(rehearsal, number);
        return new DecisionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
