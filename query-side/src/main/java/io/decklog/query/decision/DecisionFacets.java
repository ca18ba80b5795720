package io.decklog.query.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.query.paging.PlannedByValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts decisions by what they have in common. */
@Component
class DecisionFacets {

    /** Beyond that counting takes longer than anybody waits; of more decisions the newest are counted. */
    private static final int COUNTED = 100_000;

    private static final int VALUES = 50;

    private static final String ALL = "all";
    private static final String DECIDED_BY = "decided_by";
    private static final String SERVICE = "service";
    private static final String SOUNDNESS = "soundness";
    private static final String OUTCOME = "outcome";
    private static final String PERMANENCE = "permanence";

    private static final String OF_ONE = """
            UNION ALL (SELECT '%1$s', %1$s, count(*) AS decisions FROM %2$s
                       GROUP BY %1$s ORDER BY decisions DESC, %1$s LIMIT %3$d)
            """;

    private final JdbcClient jdbc;

    DecisionFacets(DataSource dataSource) {
        this.jdbc = JdbcClient.create(new PlannedByValue(dataSource));
    }

    /**
     * How many there are of each.
     *
     * @param counted how many decisions were counted; at most 100,000, the newest
     * @param complete whether those are all
     * @param decidedBy the 50 most frequent, as of the others, too
     * @param service a decision counts for each service its incident had
     */
    record Facets(
            long counted,
            boolean complete,
            List<Count> decidedBy,
            List<Count> service,
            List<Count> soundness,
            List<Count> outcome,
            List<Count> permanence) {}

    /** @param value absent for those without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(@Nullable String value, long decisions) {}

    private record Row(String facet, @Nullable String value, long decisions) {}

    Facets of(Selection selection) {
        var counts = jdbc.sql(sql(selection)).params(selection.parameters()).query(Row.class).list().stream()
                .collect(Collectors.groupingBy(
                        Row::facet,
                        Collectors.mapping(row -> new Count(row.value(), row.decisions()), Collectors.toList())));
        var all = counts.getOrDefault(ALL, List.of()).getFirst().decisions();
        return new Facets(
                Math.min(all, COUNTED),
                all <= COUNTED,
                of(DECIDED_BY, counts),
                of(SERVICE, counts),
                of(SOUNDNESS, counts),
                of(OUTCOME, counts),
                of(PERMANENCE, counts));
    }

    private static List<Count> of(String facet, Map<String, List<Count>> counts) {
        return counts.getOrDefault(facet, List.of());
    }

    private static String sql(Selection selection) {
        // One more than are counted, to know whether there are more.
        var before = selection.with().isEmpty() ? "WITH " : selection.with() + ", ";
        var sql = new StringBuilder(before)
                .append("""
                        found AS MATERIALIZED (
                            SELECT decided_by, services, soundness, outcome, permanence FROM decision %s
                            ORDER BY %s LIMIT %d)
                        SELECT '%s' AS facet, NULL AS value, count(*) AS decisions FROM found
                        """.formatted(selection.where(), Selection.NEWEST_FIRST, COUNTED + 1, ALL));
        for (var facet : List.of(DECIDED_BY, SOUNDNESS, OUTCOME, PERMANENCE)) {
            sql.append(OF_ONE.formatted(facet, "found", VALUES));
        }
        return sql.append(OF_ONE.formatted(
                        SERVICE, "found LEFT JOIN LATERAL unnest(services) AS service ON true", VALUES))
                .toString();
    }
}
