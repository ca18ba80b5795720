package io.decklog.query.rehearsal;

import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.rehearsal.Scenario;
import io.decklog.api.rehearsal.Scene;
import io.decklog.query.decision.Decision;
import io.decklog.query.decision.DecisionFold;
import io.decklog.query.decision.DecisionRow;
import io.decklog.query.decision.DecisionState;
import io.decklog.query.decision.Known;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineFold;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives how far a rehearsal has come, from its own log and that of the incident it plays again. */
final class RehearsalFold {

    private final Lateness lateness;

    RehearsalFold(Lateness lateness) {
        this.lateness = lateness;
    }

    /**
     * What is known in the scene a rehearsal has come to; everything once it is finished.
     *
     * @param rehearsal its whole log
     * @param past the log of the incident it plays again, as it stood when it began
     */
    List<RecordedEvent> told(List<RecordedEvent> rehearsal, List<RecordedEvent> past) {
        var answers = answers(rehearsal);
        return next(scenario(past), answers)
                .map(scene -> past.subList(0, scene.before()))
                .orElse(past);
    }

    /**
     * @param rehearsal its whole log
     * @param past the log of the incident it plays again, as it stood when it began
     */
    Rehearsal of(List<RecordedEvent> rehearsal, List<RecordedEvent> past) {
        var declared = (IncidentDeclared) rehearsal.getFirst().event();
        var original = (IncidentDeclared) past.getFirst().event();
        var scenario = scenario(past);
        var answers = answers(rehearsal);
        var next = next(scenario, answers);
        return new Rehearsal(
                declared.incidentId(),
                declared.number(),
                new Rehearsal.Past(original.incidentId(), original.number(), original.title()),
                declared.stamp().recordedAt(),
                next.isEmpty(),
                next.map(scene -> new Rehearsal.Now(scene.number(), scene.at(), scene.question(), scene.options()))
                        .orElse(null),
                answered(scenario, answers).toList(),
                next.isPresent() ? null : compared(scenario, answers, past));
    }

    private static Scenario scenario(List<RecordedEvent> past) {
        return Scenario.of(past.stream().map(RecordedEvent::event).toList());
    }

    /** What was decided in the rehearsal, under the ids its scenes are answered by. */
    private Answers answers(List<RecordedEvent> rehearsal) {
        return new Answers(
                rehearsal.getFirst().incidentId(),
                decisions(rehearsal).collect(Collectors.toUnmodifiableMap(Decision::decisionId, Function.identity())));
    }

    private Stream<Decision> decisions(List<RecordedEvent> events) {
        return Replay.of(new DecisionFold(lateness), events)
                .all(DecisionRow.Recorded.class)
                .map(Decision::of)
                .filter(decision -> decision.state() == DecisionState.RECORDED);
    }

    private static Optional<Scene> next(Scenario scenario, Answers answers) {
        return scenario.scenes().stream()
                .filter(scene -> answers.to(scene).isEmpty())
                .findFirst();
    }

    private static Stream<Rehearsal.Answer> answered(Scenario scenario, Answers answers) {
        return scenario.scenes().stream()
                .flatMap(scene -> answers.to(scene).stream().map(decision -> answer(scene, decision)));
    }

    private static Rehearsal.Answer answer(Scene scene, Decision own) {
        return new Rehearsal.Answer(
                scene.number(),
                own.decisionId(),
                own.question(),
                Objects.requireNonNull(own.chosen()),
                Objects.requireNonNull(own.rationale()),
                Objects.requireNonNull(own.decidedBy()),
                own.expectedOutcome(),
                Objects.requireNonNull(own.decidedAt()),
                own.struck());
    }

    private List<Rehearsal.Compared> compared(Scenario scenario, Answers answers, List<RecordedEvent> past) {
        Map<DecisionId, Decision> real =
                decisions(past).collect(Collectors.toUnmodifiableMap(Decision::decisionId, Function.identity()));
        var timeline = new TimelineFold(lateness);
        return scenario.scenes().stream()
                .map(scene -> {
                    var own = answer(scene, answers.to(scene).orElseThrow());
                    var taken = Objects.requireNonNull(real.get(scene.decisionId()));
                    return new Rehearsal.Compared(
                            scene.number(),
                            own.chosen().equals(taken.chosen()),
                            own,
                            taken,
                            Known.at(taken, past, timeline, null));
                })
                .toList();
    }
}
