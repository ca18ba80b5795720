package io.decklog.query.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Soundness;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review of an incident. Everything in it stands in the order in which it was recorded.
 *
 * @param asOf the moment of record time it is told of, if one was asked for
 * @param facilitator who leads it
 * @param openedAt when it was opened in the world
 * @param judgements every judgement on a decision, also those that no longer count
 * @param sections the latest text of each, in the order in which they were first written
 * @param publications the postmortem as it was published, version after version
 * @param revisions why it was taken up again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        IncidentId incidentId,
        IncidentNumber number,
        @Nullable Instant asOf,
        String facilitator,
        String openedBy,
        Instant openedAt,
        Instant recordedAt,
        List<Judgement> judgements,
        List<Remark> factors,
        List<Remark> lessons,
        List<ActionItem> actionItems,
        List<Section> sections,
        List<Publication> publications,
        List<Revision> revisions) {

    /** The contributing factors that are not struck. */
    public List<Remark> standingFactors() {
        return factors.stream().filter(factor -> !factor.struck()).toList();
    }

    /** The lessons that are not struck. */
    public List<Remark> standingLessons() {
        return lessons.stream().filter(lesson -> !lesson.struck()).toList();
    }

    /** The action items that are not struck. */
    public List<ActionItem> standingActionItems() {
        return actionItems.stream().filter(item -> !item.struck()).toList();
    }

    /**
     * A judgement on a decision.
     *
     * @param soundness whether it was good on what was known
     * @param outcome how it turned out
     * @param judgedOn the entries that were known when it was taken, in the order of the log
     * @param counts whether it is the last one on its decision that is not struck
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Judgement(
            UUID entryId,
            DecisionId decisionId,
            Soundness soundness,
            Outcome outcome,
            String reasoning,
            List<EntryId> judgedOn,
            String by,
            Instant judgedAt,
            Instant recordedAt,
            boolean counts,
            boolean struck,
            @Nullable String correctedText) {}

    /** A contributing factor, or a lesson: what it says now. */
    public record Remark(UUID entryId, String text, String by, Instant at, Instant recordedAt, boolean struck) {}

    /** What people wrote themselves, as Markdown. */
    public record Section(
            UUID entryId, SectionName name, String markdown, String by, Instant writtenAt, Instant recordedAt) {}

    /**
     * A postmortem as it was published.
     *
     * @param sha256 of its text in UTF-8
     * @param sequence how many events of the incident it tells of
     * @param position of the last of them in the log
     * @param redacted whether its text is gone: an entry it may tell of was redacted
     */
    public record Publication(
            UUID entryId,
            int version,
            Instant publishedAt,
            String by,
            String sha256,
            long sequence,
            long position,
            boolean struck,
            boolean redacted) {}

    /** @param reason why it was taken up again */
    public record Revision(UUID entryId, String reason, String by, Instant revisedAt) {}
}
