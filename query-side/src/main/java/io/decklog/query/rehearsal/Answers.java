package io.decklog.query.rehearsal;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.rehearsal.Scene;
import io.decklog.query.decision.Decision;
import java.util.Map;
import java.util.Optional;

/** The decisions that were taken in a rehearsal, those that answer a scene among them. */
record Answers(IncidentId rehearsal, Map<DecisionId, Decision> decisions) {

    Answers {
        decisions = Map.copyOf(decisions);
    }

    Optional<Decision> to(Scene scene) {
        return Optional.ofNullable(decisions.get(scene.answerIn(rehearsal)));
    }
}
