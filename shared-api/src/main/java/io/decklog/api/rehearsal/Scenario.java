package io.decklog.api.rehearsal;

import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryEvent.EntryRedacted;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A past incident cut into scenes: each ends where a decision was taken. Decisions that were struck or redacted since,
 * or whose question was redacted, are no scenes.
 *
 * @param scenes in the order of the log
 */
public record Scenario(List<Scene> scenes) {

    public Scenario {
        scenes = List.copyOf(scenes);
    }

    /** @param events the log of the incident, from its first event on */
    public static Scenario of(List<? extends IncidentEvent> events) {
        var gone = gone(events);
        var hidden = new HashSet<DecisionId>();
        var scenes = new ArrayList<Scene>();
        for (var before = 0; before < events.size(); before++) {
            switch (events.get(before)) {
                case DecisionRaised raised when gone.contains(raised.stamp().id()) -> hidden.add(raised.decisionId());
                case DecisionRecorded taken
                when !gone.contains(taken.stamp().id()) && !hidden.contains(taken.decisionId()) ->
                    scenes.add(scene(scenes.size() + 1, before, taken));
                default -> {}
            }
        }
        return new Scenario(scenes);
    }

    /** The scene of a number; empty if there are not as many. */
    public Optional<Scene> scene(int number) {
        return number < 1 || number > scenes.size() ? Optional.empty() : Optional.of(scenes.get(number - 1));
    }

    private static Scene scene(int number, int before, DecisionRecorded taken) {
        return new Scene(
                number,
                before,
                taken.decisionId(),
                taken.question(),
                taken.options(),
                taken.stamp().occurredAt());
    }

    private static Set<UUID> gone(List<? extends IncidentEvent> events) {
        var gone = new HashSet<UUID>();
        for (var event : events) {
            switch (event) {
                case EntryStruck struck -> gone.add(struck.entryId().value());
                case EntryRedacted redacted -> gone.add(redacted.entryId().value());
                default -> {}
            }
        }
        return gone;
    }
}
