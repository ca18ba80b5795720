package io.decklog.query.search;

import io.decklog.api.incident.IncidentId;
import io.decklog.query.incident.ProjectedIncidents;
import io.decklog.query.incident.ProjectedIncidents.Projected;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.Paging;
import io.decklog.query.search.SearchFilter.Kind;
import io.decklog.query.text.Highlights;
import io.decklog.query.timeline.TimelineEntry;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds incidents and entries, the best first. */
@Component
class Search {

    private final JdbcClient jdbc;
    private final ProjectedIncidents incidents;
    private final Highlights highlights;

    Search(JdbcClient jdbc, ProjectedIncidents incidents, Highlights highlights) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.highlights = highlights;
    }

    Page<Found> find(SearchFilter filter) {
        var page = Paging.page(hits(filter), filter.limit(), SearchFilter::place);
        return new Page<>(shown(filter.q(), page.items()), page.nextCursor());
    }

    private List<Hit> hits(SearchFilter filter) {
        return jdbc.sql(SearchSql.of(filter))
                .params(parameters(filter))
                .query((row, _) -> new Hit(
                        Kind.valueOf(row.getString("kind")),
                        row.getLong("rank"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new IncidentId(row.getObject("incident_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list();
    }

    private static Map<String, Object> parameters(SearchFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.putAll(filter.incidents().parameters());
        parameters.putAll(filter.entries().parameters());
        parameters.putAll(filter.after().parameters());
        parameters.put("limit", filter.limit() + 1);
        return parameters;
    }

    /** What is no longer there is not shown. */
    private List<Found> shown(String q, List<Hit> hits) {
        var lines = incidents.of(hits.stream().map(Hit::incidentId).collect(Collectors.toUnmodifiableSet()));
        var entries = entries(hits);
        var items = hits.stream()
                .filter(hit -> hit.kind() == Kind.INCIDENT || entries.containsKey(hit))
                .flatMap(hit -> Stream.ofNullable(lines.get(hit.incidentId()))
                        .map(incident -> new Item(incident, entries.get(hit))))
                .toList();
        var fragments = highlights.of(q, items.stream().map(Item::text).toList());
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).with(fragments.get(i)))
                .toList();
    }

    /** @param entry null if it is the incident that was found */
    private record Item(Projected incident, @Nullable TimelineEntry entry) {

        String text() {
            return entry == null ? incident.words() : entry.text();
        }

        Found with(String highlight) {
            return entry == null ? Found.incident(incident, highlight) : Found.entry(incident, entry, highlight);
        }
    }

    private Map<Hit, TimelineEntry> entries(List<Hit> hits) {
        var wanted = hits.stream().filter(hit -> hit.kind() == Kind.ENTRY).toList();
        var found = jdbc
                .sql("""
                SELECT view FROM unnest(CAST(:incidents AS uuid[]), CAST(:ids AS uuid[])) AS wanted (incident_id, id)
                JOIN search_timeline_entry USING (incident_id, id)
                """)
                .param(
                        "incidents",
                        wanted.stream().map(hit -> hit.incidentId().value()).toArray(UUID[]::new))
                .param("ids", wanted.stream().map(Hit::id).toArray(UUID[]::new))
                .query(SearchTables.ENTRIES.views())
                .list()
                .stream()
                .collect(Collectors.toMap(SearchRow::key, row -> row.told().entry()));
        return wanted.stream()
                .filter(hit -> found.containsKey(hit.key()))
                .collect(Collectors.toMap(hit -> hit, hit -> found.get(hit.key())));
    }
}
