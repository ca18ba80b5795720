package io.decklog.query.incident;

import io.decklog.api.incident.DeadlineEvent;
import io.decklog.api.incident.DeadlineEvent.DecisionOverdue;
import io.decklog.api.incident.DeadlineEvent.PermanentFixOverdue;
import io.decklog.api.incident.DeadlineEvent.StatusUpdateMissed;
import io.decklog.api.incident.DeadlineEvent.TaskOverdue;
import io.decklog.api.incident.EntryEvent.EntryStruck;
import io.decklog.api.incident.IncidentEvent;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the log says was not done in time; what was struck does not count.
 *
 * @param statusUpdates the entries that say one was missed
 * @param tasks those that were overdue, by the entry that says so; they may be completed since
 */
record Missed(Set<UUID> statusUpdates, Map<UUID, UUID> tasks) {

    static final Missed NOTHING = new Missed(Set.of(), Map.of());

    Missed {
        statusUpdates = Collections.unmodifiableSet(new TreeSet<>(statusUpdates));
        tasks = Collections.unmodifiableMap(new TreeMap<>(tasks));
    }

    Missed after(IncidentEvent event) {
        return switch (event) {
            case DeadlineEvent e -> after(e);
            case EntryStruck e -> without(e.entryId().value());
            case IncidentEvent _ -> this;
        };
    }

    private Missed after(DeadlineEvent event) {
        var entry = event.stamp().id();
        return switch (event) {
            case StatusUpdateMissed _ -> {
                var all = new TreeSet<>(statusUpdates);
                all.add(entry);
                yield new Missed(all, tasks);
            }
            case TaskOverdue e -> {
                var all = new TreeMap<>(tasks);
                all.put(entry, e.taskId().value());
                yield new Missed(statusUpdates, all);
            }
            case PermanentFixOverdue _, DecisionOverdue _ -> this; // told by the ledger and the audit
        };
    }

    private Missed without(UUID entry) {
        if (!statusUpdates.contains(entry) && !tasks.containsKey(entry)) {
            return this;
        }
        var updates = new TreeSet<>(statusUpdates);
        updates.remove(entry);
        var overdue = new TreeMap<>(tasks);
        overdue.remove(entry);
        return new Missed(updates, overdue);
    }

    /** @param open the tasks that are not completed */
    int overdueTasks(Set<UUID> open) {
        return Math.toIntExact(tasks.values().stream().filter(open::contains).count());
    }
}
