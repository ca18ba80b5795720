package io.decklog.query.postmortem;

import io.decklog.query.decision.Decision;
import io.decklog.query.decision.DecisionFold;
import io.decklog.query.decision.DecisionRow;
import io.decklog.query.incident.Incident;
import io.decklog.query.incident.IncidentFold;
import io.decklog.query.incident.IncidentRow;
import io.decklog.query.metrics.IncidentMetrics;
import io.decklog.query.postmortem.Postmortem.DerivedFrom;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.review.ReviewFold;
import io.decklog.query.review.ReviewRows;
import io.decklog.query.stopgap.StopgapFold;
import io.decklog.query.stopgap.StopgapRow;
import io.decklog.query.timeline.EntryType;
import io.decklog.query.timeline.Lateness;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives the draft of a postmortem, from what the projections' own folds make of the log. */
public final class PostmortemFold {

    private static final Set<EntryType> ALWAYS_KEY = Set.of(
            EntryType.DECLARED,
            EntryType.SEVERITY,
            EntryType.HYPOTHESIS_CONFIRMED,
            EntryType.DECISION,
            EntryType.DECISION_OVERDUE,
            EntryType.MITIGATION,
            EntryType.MITIGATION_ROLLED_BACK,
            EntryType.PERMANENT_FIX_OVERDUE,
            EntryType.TASK_OVERDUE,
            EntryType.MITIGATED,
            EntryType.RESOLVED,
            EntryType.REOPENED,
            EntryType.CANCELLED,
            EntryType.CLOSED);

    private static final Set<EntryType> STATUS_UPDATES =
            Set.of(EntryType.STATUS_UPDATE, EntryType.STATUS_UPDATE_MISSED);

    private final Lateness lateness;

    public PostmortemFold(Lateness lateness) {
        this.lateness = lateness;
    }

    /**
     * @param events the log of one incident, or a prefix of it; with its declaration at least
     * @param position of the last of them in the log
     * @param asOf the moment the prefix stands for
     */
    Postmortem of(List<RecordedEvent> events, long position, @Nullable Instant asOf) {
        var incident = incident(events, asOf);
        var entries = Replay.of(new TimelineFold(lateness), events)
                .all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .sorted(Comparator.comparing(TimelineEntry::occurredAt).thenComparingLong(TimelineEntry::sequence))
                .toList();
        var decisions = Replay.of(new DecisionFold(lateness), events)
                .all(DecisionRow.Recorded.class)
                .map(Decision::of)
                .toList();
        var stopgaps = Replay.of(new StopgapFold(), events)
                .all(StopgapRow.Recorded.class)
                .toList();
        var standing = new Standing(entries);
        var mitigations = new MitigationAccounts(standing, decisions, stopgaps).all();
        var coordination = new Coordination(standing);
        var openTasks = coordination.openTasks();
        var review = ReviewRows.of(Replay.of(new ReviewFold(), events))
                .review(null, asOf)
                .orElse(null);
        return new Postmortem(
                new DerivedFrom(
                        Postmortem.VERSION,
                        events.getLast().sequence(),
                        position,
                        events.getLast().stamp().recordedAt()),
                incident,
                Milestones.of(incident),
                IncidentMetrics.of(events, asOf).metrics(),
                coordination.roles(),
                which(entries, entry -> entry.type() == EntryType.IMPACT && !entry.struck()),
                which(entries, keyMoments(decisions)),
                new Investigation(standing).hypotheses(),
                decisions,
                mitigations,
                which(entries, entry -> STATUS_UPDATES.contains(entry.type())),
                openTasks,
                StillOpen.in(
                        incident, decisions, mitigations, openTasks, review == null ? List.of() : review.actionItems()),
                which(entries, entry -> entry.corrected() || entry.struck() || entry.redacted()),
                review);
    }

    /** With the links it was given itself: those of other incidents are not in its log. */
    private static Incident incident(List<RecordedEvent> events, @Nullable Instant asOf) {
        var replay = Replay.of(new IncidentFold(), events);
        return Incident.of(
                replay.all(IncidentRow.Recorded.class).findFirst().orElseThrow(),
                replay.all(IncidentRow.Link.class),
                asOf);
    }

    private static List<TimelineEntry> which(List<TimelineEntry> entries, Predicate<TimelineEntry> which) {
        return entries.stream().filter(which).toList();
    }

    /**
     * What decisions rested on is key, too, and what came to light late; where nothing was cited, every observation is.
     * What was struck is not part of the story.
     */
    private static Predicate<TimelineEntry> keyMoments(List<Decision> decisions) {
        Set<UUID> cited = decisions.stream()
                .flatMap(decision -> decision.evidence().stream())
                .flatMap(evidence -> evidence.entry().stream())
                .map(entry -> entry.value())
                .collect(Collectors.toUnmodifiableSet());
        return entry -> !entry.struck()
                && (entry.pinned()
                        || ALWAYS_KEY.contains(entry.type())
                        || cited.contains(entry.entryId())
                        || (entry.type() == EntryType.OBSERVATION && (entry.late() || cited.isEmpty())));
    }
}
