package io.decklog.command.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.decklog.api.incident.IncidentEvent;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What is to be done by some moment and has neither been done nor been found overdue. Where an event changes nothing of
 * it, the same object goes on: whoever follows what is owed need not compare.
 *
 * @param dues tasks, permanent fixes and decisions, by the id of the task, stopgap or decision
 * @param told what each audience heard last
 * @param waiting since when a status update is waited for; null while none is
 */
record Owed(
        PMap<UUID, Due> dues,
        PMap<String, Heard> told,
        @Nullable Wait waiting) {

    /**
     * How long ago something may be due, or have happened, when it is recorded, and still set off an alarm: an hour. What
     * lies further back is told as history, and history does not ring.
     */
    static final Duration GRACE = Duration.ofHours(1);

    /** @param who is to do it, where somebody is named */
    record Due(Deadline.Kind kind, Instant at, @Nullable String who) {}

    /**
     * What an audience heard last.
     *
     * @param entry the status update
     * @param at when it was heard
     * @param nextBy when the next one was promised; null if none was, or that one is known to be missed
     */
    record Heard(UUID entry, Instant at, @Nullable Instant nextBy) {

        Heard withoutPromise() {
            return new Heard(entry, at, null);
        }
    }

    /**
     * A wait for the next status update to anybody.
     *
     * @param entry what it began with
     * @param missed whether it has been too long, by the record; said once, until the next wait begins
     */
    record Wait(UUID entry, Instant since, boolean missed) {

        Wait withoutEnd() {
            return new Wait(entry, since, true);
        }
    }

    @JsonCreator
    static Owed of(Map<UUID, Due> dues, Map<String, Heard> told, @Nullable Wait waiting) {
        return new Owed(HashTreePMap.from(dues), HashTreePMap.from(told), waiting);
    }

    static Owed by(IncidentDeclared event) {
        return new Owed(
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                event.rehearses() == null ? Waiting.begun(event.stamp()) : null);
    }

    @SuppressWarnings("ReferenceEquality") // that nothing changed is seen by the same object going on
    Owed after(IncidentEvent event) {
        var nextDues = Dues.after(event, dues);
        var nextTold = Waiting.told(event, told);
        var nextWait = Waiting.waiting(event, waiting);
        return nextDues == dues && nextTold == told && nextWait == waiting
                ? this
                : new Owed(nextDues, nextTold, nextWait);
    }

    /** Everything of one kind that is due. */
    Stream<Deadline> deadlines(Deadline.Kind kind) {
        return dues.entrySet().stream()
                .filter(due -> due.getValue().kind() == kind)
                .map(due -> new Deadline(kind, due.getKey(), due.getValue().at()));
    }

    /** What of this kind is due under this id, if it still is, and at that very moment. */
    @Nullable
    Due due(Deadline.Kind kind, UUID subject, Instant at) {
        var due = dues.get(subject);
        return due != null && due.kind() == kind && due.at().equals(at) ? due : null;
    }
}
