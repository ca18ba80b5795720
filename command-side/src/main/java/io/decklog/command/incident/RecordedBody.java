package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.CoordinationCommand.DelegateTask;
import io.decklog.api.incident.DecisionCommand.RaiseDecision;
import io.decklog.api.incident.DecisionCommand.RecordDecision;
import io.decklog.api.incident.EntryCommand;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.InvestigationCommand.ProposeHypothesis;
import io.decklog.api.incident.MitigationCommand.ApplyMitigation;
import io.decklog.api.incident.Recorded;
import io.decklog.api.incident.ReviewCommand.AddActionItem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a write answers.
 *
 * @param id of the incident, where it was declared
 * @param entryId the entry that was made, or the one that was amended; none where nothing was recorded
 * @param textRemoved after a redaction, whether the text is out of the log, or only hidden because this log cannot be rewritten
 * @param sequence how many events the incident has now
 * @param recordedAt when the last of them was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordedBody(
        @Nullable IncidentId id,
        @Nullable UUID entryId,
        @Nullable UUID decisionId,
        @Nullable UUID mitigationId,
        @Nullable UUID hypothesisId,
        @Nullable UUID taskId,
        @Nullable UUID actionItemId,
        @Nullable Boolean textRemoved,
        @Nullable IncidentId incidentId,
        IncidentNumber number,
        long sequence,
        Instant recordedAt) {

    static RecordedBody ofDeclaration(Recorded recorded) {
        return new RecordedBody(
                recorded.incidentId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                recorded.number(),
                recorded.sequence(),
                recorded.recordedAt());
    }

    /** What an entry creates has the entry's id. */
    static RecordedBody of(IncidentCommand command, Recorded recorded, @Nullable Boolean textRemoved) {
        @Nullable UUID made = recorded.entryId();
        return new RecordedBody(
                null,
                made != null && command instanceof EntryCommand amendment
                        ? amendment.entryId().value()
                        : made,
                command instanceof RaiseDecision || command instanceof RecordDecision ? made : null,
                command instanceof ApplyMitigation ? made : null,
                command instanceof ProposeHypothesis ? made : null,
                command instanceof DelegateTask ? made : null,
                command instanceof AddActionItem ? made : null,
                textRemoved,
                recorded.incidentId(),
                recorded.number(),
                recorded.sequence(),
                recorded.recordedAt());
    }
}
