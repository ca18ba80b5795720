package io.decklog.api.incident;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is learned from an incident once it is looked back on. */
public sealed interface ReviewEvent extends IncidentEvent {

    /** @param facilitator who leads the review */
    @Revision("1")
    record ReviewOpened(IncidentId incidentId, Stamp stamp, String facilitator) implements ReviewEvent {}

    /**
     * A judgement; a later one on the same decision stands beside it, and counts.
     *
     * @param judgedOn the entries that were in the log when the decision was taken, in the order of the log
     */
    @Revision("1")
    record DecisionJudged(
            IncidentId incidentId,
            Stamp stamp,
            DecisionId decisionId,
            Soundness soundness,
            Outcome outcome,
            String reasoning,
            List<EntryId> judgedOn)
            implements ReviewEvent {

        public DecisionJudged {
            judgedOn = List.copyOf(judgedOn);
        }
    }

    @Revision("1")
    record ContributingFactorIdentified(IncidentId incidentId, Stamp stamp, String text) implements ReviewEvent {}

    @Revision("1")
    record LessonRecorded(IncidentId incidentId, Stamp stamp, String text) implements ReviewEvent {}

    /**
     * @param owner who answers for it
     * @param dueAt until when; an open item past it is overdue
     * @param ticket where else it is tracked
     */
    @Revision("1")
    record ActionItemAdded(
            IncidentId incidentId,
            Stamp stamp,
            ActionItemId actionItemId,
            String description,
            String owner,
            @Nullable Instant dueAt,
            @Nullable String ticket)
            implements ReviewEvent {}

    @Revision("1")
    record ActionItemCompleted(
            IncidentId incidentId,
            Stamp stamp,
            ActionItemId actionItemId,
            @Nullable String note) implements ReviewEvent {}

    /** @param markdown what the section says from now on */
    @Revision("1")
    record SectionWritten(IncidentId incidentId, Stamp stamp, SectionName section, String markdown)
            implements ReviewEvent {}

    /**
     * The postmortem as it was published, whatever is recorded later.
     *
     * @param version counts from 1
     * @param sha256 of the text in UTF-8, as 64 lower-case hexadecimal digits
     * @param derivedFromSequence how many events of the incident the text tells of
     * @param derivedFromPosition of the last of them in the log
     */
    @Revision("1")
    record PostmortemPublished(
            IncidentId incidentId,
            Stamp stamp,
            int version,
            String markdown,
            String sha256,
            long derivedFromSequence,
            long derivedFromPosition)
            implements ReviewEvent {}

    @Revision("1")
    record PostmortemRevised(IncidentId incidentId, Stamp stamp, String reason) implements ReviewEvent {}
}
