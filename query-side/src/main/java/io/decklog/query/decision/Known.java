package io.decklog.query.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.Evidence;
import io.decklog.query.log.IncidentLog;
import io.decklog.query.projection.RecordedEvent;
import io.decklog.query.projection.Replay;
import io.decklog.query.timeline.TimelineEntry;
import io.decklog.query.timeline.TimelineFold;
import io.decklog.query.timeline.TimelineRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was known when a decision was recorded, and what was true by then but not known. The decision's own entry is in
 * none of the lists; each is in order of occurrence.
 *
 * @param known entries recorded up to then, saying what they said then
 * @param asOf the moment of record time the answer is about, if one was asked for
 * @param trueButUnknown entries that had occurred when it was decided but were recorded later, saying what they say now;
 *     as of a moment, those recorded by then, saying what they said then
 * @param citedEvidence those of the known the decision rests on
 * @param knownButNotCited the other known ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Known(
        DecisionId decisionId,
        Instant decidedAt,
        Instant recordedAt,
        @Nullable Instant asOf,
        List<TimelineEntry> known,
        List<TimelineEntry> trueButUnknown,
        List<TimelineEntry> citedEvidence,
        List<TimelineEntry> knownButNotCited) {

    private static final Comparator<TimelineEntry> AS_IT_OCCURRED =
            Comparator.comparing(TimelineEntry::occurredAt).thenComparingLong(TimelineEntry::sequence);

    /**
     * @param decision one that was decided
     * @param events the whole log of its incident, or what it held at {@code asOf}
     */
    public static Known at(
            Decision decision, List<RecordedEvent> events, TimelineFold timeline, @Nullable Instant asOf) {
        var recordedAt = decision.recordedAt();
        var decidedAt = Objects.requireNonNull(decision.decidedAt(), "decided");
        Predicate<TimelineEntry> other = entry -> !entry.entryId().equals(decision.entryId());
        var evidence = cited(decision);
        Predicate<TimelineEntry> cited = entry -> evidence.contains(entry.entryId());
        var known = entries(IncidentLog.upTo(events, recordedAt), timeline, other);
        return new Known(
                decision.decisionId(),
                decidedAt,
                recordedAt,
                asOf,
                known,
                entries(
                        events,
                        timeline,
                        other.and(entry -> entry.recordedAt().isAfter(recordedAt)
                                && !entry.occurredAt().isAfter(decidedAt))),
                known.stream().filter(cited).toList(),
                known.stream().filter(cited.negate()).toList());
    }

    private static Set<UUID> cited(Decision decision) {
        return decision.evidence().stream()
                .map(Evidence::entry)
                .flatMap(Optional::stream)
                .map(EntryId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<TimelineEntry> entries(
            List<RecordedEvent> events, TimelineFold timeline, Predicate<TimelineEntry> which) {
        return Replay.of(timeline, events)
                .all(TimelineRow.Entry.class)
                .map(TimelineRow.Entry::entry)
                .filter(which)
                .sorted(AS_IT_OCCURRED)
                .toList();
    }
}
