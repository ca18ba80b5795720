package io.decklog.query.timeline;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of several timelines at once, as the projection holds them. */
@Component
public class ProjectedEntries {

    private static final String ENTRIES = """
            SELECT entry.view, head.view AS head
            FROM unnest(?::uuid[], ?::uuid[]) AS asked (incident_id, id)
            JOIN timeline_entry entry USING (incident_id, id)
            JOIN timeline_incident head ON head.incident_id = entry.incident_id
            """;

    private static final String TOUCHED = """
            UNION ALL
            SELECT entry.view, head.view AS head
            FROM unnest(?::uuid[], ?::bigint[]) AS asked (incident_id, sequence)
            JOIN timeline_entry entry USING (incident_id, sequence)
            JOIN timeline_incident head ON head.incident_id = entry.incident_id
            """;

    private final JdbcClient jdbc;

    ProjectedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to read after an event.
     *
     * @param sequence of the event
     * @param entryId the entry it made or is about
     * @param andOthers whether it may have changed other entries, too
     */
    public record Touched(IncidentId incidentId, long sequence, UUID entryId, boolean andOthers) {}

    /** @param sequence of the last event that changed the entry */
    public record Projected(IncidentId incidentId, IncidentNumber number, long sequence, TimelineEntry entry) {}

    /** The entries that are there, in one query; those others only that no later event has changed again. */
    public List<Projected> of(Collection<Touched> touched) {
        var others = touched.stream().filter(Touched::andOthers).toList();
        var parameters = new ArrayList<>();
        parameters.add(array(touched, it -> it.incidentId().value()));
        parameters.add(array(touched, Touched::entryId));
        if (!others.isEmpty()) {
            parameters.add(array(others, it -> it.incidentId().value()));
            parameters.add(array(others, Touched::sequence));
        }
        var found = jdbc.sql(others.isEmpty() ? ENTRIES : ENTRIES + TOUCHED)
                .params(parameters)
                .query((row, _) -> projected(row.getString("head"), row.getString("view")))
                .list();
        return List.copyOf(new LinkedHashSet<>(found));
    }

    private static Projected projected(String headView, String view) {
        var row = TimelineTables.ENTRIES.read(view);
        var head = TimelineTables.HEADS.read(headView);
        return new Projected(row.incidentId(), head.number(), row.sequence(), row.entry());
    }

    private static String array(Collection<Touched> touched, Function<Touched, Object> value) {
        var values = touched.stream().map(value).map(String::valueOf).toList();
        return "{" + String.join(",", values) + "}";
    }
}
