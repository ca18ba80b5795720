package io.decklog.query.live;

import io.decklog.query.timeline.ProjectedEntries;
import io.decklog.query.timeline.ProjectedEntries.Projected;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns events into the entries they made or changed, as the projection holds them now. */
@Component
class ChangedEntries {

    private final ProjectedEntries entries;
    private final JsonMapper json;

    ChangedEntries(ProjectedEntries entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    /**
     * The entries each event made or changed, in the order of the events. An event whose entry the projection could not
     * take in changes none.
     *
     * @param events all of which the projection has seen
     */
    List<Change> of(List<Logged> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var projected = entries.of(events.stream().map(Logged::touched).toList());
        return events.stream().flatMap(event -> of(event, projected)).toList();
    }

    private Stream<Change> of(Logged event, List<Projected> projected) {
        var changed = projected.stream()
                .filter(entry -> isChangedBy(event, entry))
                .sorted(Comparator.comparingLong(entry -> entry.entry().sequence()))
                .toList();
        return IntStream.range(0, changed.size())
                .mapToObj(i -> change(place(event, changed.get(i), i == changed.size() - 1), changed.get(i)));
    }

    private static boolean isChangedBy(Logged event, Projected entry) {
        return entry.incidentId().equals(event.incidentId())
                && (entry.entry().entryId().equals(event.entryId())
                        || (event.redaction() && entry.sequence() == event.sequence()));
    }

    private static Place place(Logged event, Projected entry, boolean last) {
        return last
                ? Place.behind(event.position())
                : new Place(event.position(), entry.entry().sequence());
    }

    private Change change(Place place, Projected projected) {
        return new Change(
                place, projected.incidentId(), projected.number(), json.writeValueAsString(projected.entry()));
    }
}
