package io.decklog.command.incident;

import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.rehearsal.Scenario;
import io.decklog.api.rehearsal.Scene;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Knows what can be rehearsed, and which scene of a rehearsal is the next. Both follow from the log. */
@Component
class Rehearsals {

    private final EventStore eventStore;

    Rehearsals(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /**
     * The declaration of an incident that can be rehearsed.
     *
     * @throws ProblemException 404 {@code UNKNOWN_INCIDENT}; 409 {@code NOTHING_TO_REHEARSE} if no decision stands in it,
     *     or if it is a rehearsal itself
     */
    IncidentDeclared rehearsable(IncidentId id) {
        var events = events(id);
        if (events.isEmpty()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + id);
        }
        var declared = (IncidentDeclared) events.getFirst();
        if (declared.rehearses() != null || Scenario.of(events).scenes().isEmpty()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "NOTHING_TO_REHEARSE",
                    declared.number() + " holds no decision that could be taken again");
        }
        return declared;
    }

    /**
     * The scene of a number, if the rehearsal has come to it. One that was answered is left to the rules to refuse, which
     * know whether the same request is only sent again.
     *
     * @throws ProblemException 404 {@code UNKNOWN_REHEARSAL}; 409 {@code REHEARSAL_FINISHED}, {@code NOT_THIS_SCENE}
     */
    Scene scene(IncidentId rehearsal, int number) {
        var events = events(rehearsal);
        if (events.isEmpty()
                || !(events.getFirst() instanceof IncidentDeclared declared)
                || declared.rehearses() == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_REHEARSAL", "there is no rehearsal " + rehearsal);
        }
        var scenes = Scenario.of(known(declared.rehearses(), declared.stamp().recordedAt()))
                .scenes();
        var next = next(scenes, rehearsal, events);
        if (number <= Math.min(next, scenes.size())) {
            return scenes.get(number - 1);
        }
        if (next > scenes.size()) {
            throw new ProblemException(HttpStatus.CONFLICT, "REHEARSAL_FINISHED", "every scene has been answered");
        }
        throw new ProblemException(HttpStatus.CONFLICT, "NOT_THIS_SCENE", "the scene to answer is number " + next);
    }

    /** The number of the first scene that is not answered; one beyond the last if all are. */
    private static int next(List<Scene> scenes, IncidentId rehearsal, List<IncidentEvent> events) {
        var taken = events.stream()
                .filter(DecisionRecorded.class::isInstance)
                .map(event -> ((DecisionRecorded) event).decisionId())
                .collect(Collectors.toUnmodifiableSet());
        return 1
                + (int) scenes.stream()
                        .takeWhile(scene -> taken.contains(scene.answerIn(rehearsal)))
                        .count();
    }

    private List<IncidentEvent> known(IncidentId past, Instant asOf) {
        return events(past).stream()
                .takeWhile(event -> !event.stamp().recordedAt().isAfter(asOf))
                .toList();
    }

    /** From the first on: with a sequence number, because without one the store would start at a snapshot. */
    private List<IncidentEvent> events(IncidentId id) {
        return eventStore
                .readEvents(id.toString(), 0)
                .asStream()
                .map(Message::getPayload)
                .map(IncidentEvent.class::cast)
                .toList();
    }
}
