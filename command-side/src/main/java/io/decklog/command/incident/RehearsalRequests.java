package io.decklog.command.incident;

import io.decklog.api.incident.Choice;
import io.decklog.api.incident.DecisionCommand.RecordDecision;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.Stamp;
import io.decklog.api.rehearsal.Scene;
import io.decklog.command.incident.DecisionRequests.OptionBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on rehearsals. */
final class RehearsalRequests {

    private static final int LONGEST_TITLE = 200;

    private RehearsalRequests() {}

    /** {@code /incidents/{id}/rehearsals}; the body may be missing */
    record RehearsalBody(
            @Nullable UUID id,
            @Nullable @Words(max = Words.NAME) String onBehalfOf) implements EntryRequest {

        static final RehearsalBody EMPTY = new RehearsalBody(null, null);

        /** A drill that begins as the incident began, under the title it had then. */
        DeclareIncident toCommand(IncidentDeclared past, IncidentId rehearsal, Stamp stamp) {
            var title = "Rehearsal of %s: %s".formatted(past.number(), past.title());
            return new DeclareIncident(
                    rehearsal,
                    stamp,
                    null,
                    title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                    past.severity(),
                    IncidentKind.DRILL,
                    past.services(),
                    null,
                    null,
                    null,
                    null,
                    past.incidentId());
        }

        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public @Nullable String lateReason() {
            return null;
        }
    }

    /**
     * {@code /rehearsals/{id}/answers}
     *
     * @param scene the number of the scene that is answered, so that no answer goes to another one by mistake
     * @param chosen one of the options of the scene, or of those the answer adds
     */
    record AnswerBody(
            @NotNull @Min(1) Integer scene,
            @NotNull @Words(max = Words.NAME) String chosen,
            @NotNull @Words String rationale,
            @Nullable @Size(max = 20) List<@NotNull @Valid OptionBody> options,
            @Nullable @Words(max = Words.NAME) String decidedBy,
            @Nullable @Size(max = 100) List<@NotNull @Words(max = Words.NAME) String> participants,
            @Nullable @Words String expectedOutcome,
            @Nullable @Words(max = Words.NAME) String onBehalfOf) {}

    /** An answer to the scene it is to. Its id follows from the scene, so that each is answered once. */
    record Answer(AnswerBody body, Scene scene, IncidentId rehearsal) implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            var options = Stream.concat(
                            scene.options().stream(),
                            EntryRequest.orNone(body.options()).stream().map(OptionBody::toOption))
                    .toList();
            var choice = new Choice(
                    body.chosen(),
                    body.rationale(),
                    List.of(),
                    body.decidedBy() == null ? stamp.attribution().person() : body.decidedBy(),
                    EntryRequest.orNone(body.participants()),
                    body.expectedOutcome());
            return new RecordDecision(
                    incident, stamp, scene.answerIn(incident), scene.question(), options, choice, null);
        }

        @Override
        public UUID id() {
            return scene.answerIn(rehearsal).value();
        }

        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public @Nullable String onBehalfOf() {
            return body.onBehalfOf();
        }

        @Override
        public @Nullable String lateReason() {
            return null;
        }
    }
}
