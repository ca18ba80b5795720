package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.decklog.api.incident.EntryEvent;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What has been recorded.
 *
 * @param lastRecordedAt the record time of the last event; the next one is later
 * @param states every entry, and what happened to it
 */
record Entries(Instant lastRecordedAt, PMap<UUID, EntryState> states) {

    @JsonCreator
    static Entries of(Instant lastRecordedAt, Map<UUID, EntryState> states) {
        return new Entries(lastRecordedAt, HashTreePMap.from(states));
    }

    static Entries by(IncidentDeclared event) {
        return new Entries(
                event.stamp().recordedAt(), HashTreePMap.singleton(event.stamp().id(), EntryState.at(0)));
    }

    /** What happens to an entry makes no entry of its own. */
    Entries after(IncidentEvent event) {
        return new Entries(
                event.stamp().recordedAt(),
                event instanceof EntryEvent about
                        ? states.plus(
                                about.entryId().value(), known(about.entryId()).after(about))
                        : states.plus(event.stamp().id(), EntryState.at(states.size())));
    }

    boolean contains(UUID id) {
        return states.containsKey(id);
    }

    @Nullable
    EntryState find(EntryId id) {
        return states.get(id.value());
    }

    /** The entries that were recorded before this one, in the order of the log. */
    List<EntryId> before(UUID id) {
        var ordinal = known(new EntryId(id)).ordinal();
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().ordinal() < ordinal)
                .sorted(Comparator.comparingInt(entry -> entry.getValue().ordinal()))
                .map(entry -> new EntryId(entry.getKey()))
                .toList();
    }

    private EntryState known(EntryId id) {
        return Objects.requireNonNull(find(id), "entry");
    }
}
