package io.decklog.query.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.decklog.api.incident.ActionItemId;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.ReviewEvent.PostmortemPublished;
import io.decklog.api.incident.SectionName;
import io.decklog.api.incident.Soundness;
import io.decklog.api.redaction.FreeText;
import io.decklog.query.projection.RowKey;
import java.util.List;

/** One entry of a review. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "finding")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Finding.Judgement.class, name = "judgement"),
    @JsonSubTypes.Type(value = Finding.Factor.class, name = "factor"),
    @JsonSubTypes.Type(value = Finding.Lesson.class, name = "lesson"),
    @JsonSubTypes.Type(value = Finding.Completion.class, name = "completion"),
    @JsonSubTypes.Type(value = Finding.Section.class, name = "section"),
    @JsonSubTypes.Type(value = Finding.Publication.class, name = "publication"),
    @JsonSubTypes.Type(value = Finding.Revision.class, name = "revision")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Finding extends ReviewRow {

    Made made();

    @Override
    default RowKey key() {
        return new RowKey(FINDING, incidentId(), made().entryId());
    }

    /** What is left of it after something happened to its entry. */
    Finding after(EntryEvent event, long at);

    record Judgement(
            IncidentId incidentId,
            long sequence,
            Made made,
            DecisionId decisionId,
            Soundness soundness,
            Outcome outcome,
            String reasoning,
            List<EntryId> judgedOn)
            implements Finding {

        @Override
        public Judgement after(EntryEvent event, long at) {
            var now = made.after(event);
            return new Judgement(
                    incidentId, at, now, decisionId, soundness, outcome, now.orRedacted(reasoning), judgedOn);
        }
    }

    record Factor(IncidentId incidentId, long sequence, Made made, String text) implements Finding {

        @Override
        public Factor after(EntryEvent event, long at) {
            var now = made.after(event);
            return new Factor(incidentId, at, now, now.orRedacted(text));
        }
    }

    record Lesson(IncidentId incidentId, long sequence, Made made, String text) implements Finding {

        @Override
        public Lesson after(EntryEvent event, long at) {
            var now = made.after(event);
            return new Lesson(incidentId, at, now, now.orRedacted(text));
        }
    }

    /** That an action item was completed, for what happens to the entry that says so. */
    record Completion(IncidentId incidentId, long sequence, Made made, ActionItemId actionItemId) implements Finding {

        @Override
        public Completion after(EntryEvent event, long at) {
            return new Completion(incidentId, at, made.after(event), actionItemId);
        }
    }

    record Section(IncidentId incidentId, long sequence, Made made, SectionName name, String markdown)
            implements Finding {

        @Override
        public Section after(EntryEvent event, long at) {
            var now = made.after(event);
            return new Section(incidentId, at, now, name, now.orRedacted(markdown));
        }
    }

    /** @param textRemoved whether its text is gone: an entry it may tell of was redacted */
    record Publication(
            IncidentId incidentId,
            long sequence,
            Made made,
            int version,
            String sha256,
            long derivedFromSequence,
            long derivedFromPosition,
            boolean textRemoved)
            implements Finding {

        static Publication of(PostmortemPublished e, Made made, long at) {
            return new Publication(
                    e.incidentId(),
                    at,
                    made,
                    e.version(),
                    e.sha256(),
                    e.derivedFromSequence(),
                    e.derivedFromPosition(),
                    e.markdown().equals(FreeText.REDACTED));
        }

        @Override
        public Publication after(EntryEvent event, long at) {
            return with(made.after(event), textRemoved, at);
        }

        Publication withoutText(long at) {
            return with(made, true, at);
        }

        private Publication with(Made newMade, boolean removed, long at) {
            return new Publication(
                    incidentId, at, newMade, version, sha256, derivedFromSequence, derivedFromPosition, removed);
        }
    }

    record Revision(IncidentId incidentId, long sequence, Made made, String reason) implements Finding {

        @Override
        public Revision after(EntryEvent event, long at) {
            var now = made.after(event);
            return new Revision(incidentId, at, now, now.orRedacted(reason));
        }
    }
}
