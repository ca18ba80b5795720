package io.decklog.query.timeline;

import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Rows;
import java.util.Optional;
import java.util.UUID;

/** How one entry speaks of another: by what it is called. */
final class Quotations {

    /** What stands in other entries where one that was redacted was quoted. */
    static final String REDACTED = "(redacted)";

    private static final String UNKNOWN = "an entry that is not in the log";

    private Quotations() {}

    /** Decisions, mitigations, hypotheses, tasks and action items carry the id of the entry that created them. */
    static String of(UUID id, RecordedEvent recorded, Rows<TimelineRow> rows) {
        return entry(id, recorded, rows)
                .map(entry -> of(entry).orElse(entry.redacted() ? REDACTED : UNKNOWN))
                .orElse(UNKNOWN);
    }

    /** The quotation of an entry; empty if no entry ever speaks of one like it. */
    static Optional<String> of(TimelineEntry entry) {
        return name(entry.details()).map(name -> "“" + name + "”");
    }

    static Optional<TimelineEntry> entry(UUID id, RecordedEvent recorded, Rows<TimelineRow> rows) {
        return rows.find(recorded.key(TimelineRow.ENTRY, id), TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry);
    }

    private static Optional<String> name(EntryDetails details) {
        return switch (details) {
            case EntryDetails.DecisionRaised d -> Optional.of(d.question());
            case EntryDetails.DecisionTaken d -> Optional.of(d.question());
            case EntryDetails.Mitigation d -> Optional.of(d.description());
            case EntryDetails.Hypothesis d -> Optional.of(d.text());
            case EntryDetails.TaskDelegated d -> Optional.of(d.description());
            case EntryDetails.ActionItem d -> Optional.of(d.description());
            case EntryDetails.Declared _,
                    EntryDetails.SeverityChange _,
                    EntryDetails.Retitled _,
                    EntryDetails.Mitigated _,
                    EntryDetails.Resolved _,
                    EntryDetails.Reopened _,
                    EntryDetails.Closed _,
                    EntryDetails.Cancelled _,
                    EntryDetails.Linked _,
                    EntryDetails.RoleTaken _,
                    EntryDetails.RoleReleased _,
                    EntryDetails.StatusUpdate _,
                    EntryDetails.TaskReassigned _,
                    EntryDetails.TaskCompleted _,
                    EntryDetails.Observation _,
                    EntryDetails.HypothesisConfirmed _,
                    EntryDetails.HypothesisRuledOut _,
                    EntryDetails.Impact _,
                    EntryDetails.OptionProposed _,
                    EntryDetails.Objection _,
                    EntryDetails.DecisionSuperseded _,
                    EntryDetails.MitigationAssessed _,
                    EntryDetails.MitigationRolledBack _,
                    EntryDetails.PermanentFixPlanned _,
                    EntryDetails.PermanentFixCompleted _,
                    EntryDetails.StatusUpdateMissed _,
                    EntryDetails.TaskOverdue _,
                    EntryDetails.PermanentFixOverdue _,
                    EntryDetails.DecisionOverdue _,
                    EntryDetails.ReviewOpened _,
                    EntryDetails.DecisionJudged _,
                    EntryDetails.ContributingFactor _,
                    EntryDetails.Lesson _,
                    EntryDetails.ActionItemCompleted _,
                    EntryDetails.Section _,
                    EntryDetails.PostmortemPublished _,
                    EntryDetails.PostmortemRevised _,
                    EntryDetails.Redacted _ -> Optional.empty();
        };
    }
}
