package io.decklog.command.incident;

import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.ReviewCommand.AddActionItem;
import io.decklog.api.incident.ReviewCommand.CompleteActionItem;
import io.decklog.api.incident.ReviewCommand.IdentifyContributingFactor;
import io.decklog.api.incident.ReviewCommand.JudgeDecision;
import io.decklog.api.incident.ReviewCommand.OpenReview;
import io.decklog.api.incident.ReviewCommand.PublishPostmortem;
import io.decklog.api.incident.ReviewCommand.RecordLesson;
import io.decklog.api.incident.ReviewCommand.RevisePostmortem;
import io.decklog.api.incident.ReviewCommand.WriteSection;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Soundness;
import io.decklog.api.incident.Stamp;
import io.decklog.api.postmortem.PostmortemDrafts.Draft;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the calls on the review of an incident. */
final class ReviewRequests {

    private ReviewRequests() {}

    /** {@code /review} */
    record ReviewBody(
            @NotNull @Words(max = Words.NAME) String facilitator,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new OpenReview(incident, stamp, facilitator);
        }
    }

    /** {@code /review/decisions/{d}} */
    record JudgementBody(
            @NotNull Soundness soundness,
            @NotNull Outcome outcome,
            @NotNull @Words String reasoning,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<DecisionId> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, DecisionId decision, Stamp stamp) {
            return new JudgeDecision(incident, stamp, decision, soundness, outcome, reasoning);
        }
    }

    /** {@code /review/factors} */
    record FactorBody(
            @NotNull @Words String text,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new IdentifyContributingFactor(incident, stamp, text);
        }
    }

    /** {@code /review/lessons} */
    record LessonBody(
            @NotNull @Words String text,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new RecordLesson(incident, stamp, text);
        }
    }

    /** {@code /review/action-items} */
    record ActionItemBody(
            @NotNull @Words String description,
            @NotNull @Words(max = Words.NAME) String owner,

            @Nullable @Happened(hoursAhead = Happened.PLANNED)
            Instant dueAt,

            @Nullable @Words(max = Words.NAME) String ticket,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new AddActionItem(incident, stamp, new ActionItemId(stamp.id()), description, owner, dueAt, ticket);
        }
    }

    /** {@code /review/action-items/{a}/completion}; the body may be missing */
    record ActionItemCompletionBody(
            @Nullable @Words String note,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<ActionItemId> {

        static final ActionItemCompletionBody EMPTY = new ActionItemCompletionBody(null, null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, ActionItemId item, Stamp stamp) {
            return new CompleteActionItem(incident, stamp, item, note);
        }
    }

    /** {@code /review/sections/{s}} */
    record SectionBody(
            @NotNull @Words String markdown,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<SectionName> {

        @Override
        public IncidentCommand toCommand(IncidentId incident, SectionName section, Stamp stamp) {
            return new WriteSection(incident, stamp, section, markdown);
        }
    }

    /** {@code /review/publish}; the body may be missing. What it is on is the draft to freeze. */
    record PublicationBody(
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements TargetedRequest<Draft> {

        static final PublicationBody EMPTY = new PublicationBody(null, null, null, null);

        @Override
        public IncidentCommand toCommand(IncidentId incident, Draft draft, Stamp stamp) {
            return new PublishPostmortem(incident, stamp, draft.markdown(), draft.sequence(), draft.position());
        }
    }

    /** {@code /review/revise} */
    record RevisionBody(
            @NotNull @Words String reason,
            @Nullable UUID id,
            @Nullable @Happened Instant occurredAt,
            @Nullable @Words(max = Words.NAME) String onBehalfOf,
            @Nullable @Words String lateReason)
            implements IncidentRequest {

        @Override
        public IncidentCommand toCommand(IncidentId incident, Stamp stamp) {
            return new RevisePostmortem(incident, stamp, reason);
        }
    }
}
