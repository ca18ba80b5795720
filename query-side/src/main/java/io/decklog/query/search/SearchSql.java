package io.decklog.query.search;

import io.decklog.query.search.SearchFilter.Kind;
import io.decklog.query.text.FullText;
import java.util.ArrayList;

/**
 * The query behind a search. To rank is to read every text that was found, so of a word that is everywhere the newest are
 * ranked only.
 */
final class SearchSql {

    /** Of incidents, and of entries. */
    private static final int RANKED = 2_000;

    /** An incident that is about something comes before the entries that mention it. */
    private static final String RANK = "CAST(%d * ts_rank_cd(search, " + FullText.QUERY + ", 1) AS bigint)";

    private static final String ENTRY_RANK = RANK.formatted(1_000_000);
    private static final String INCIDENT_RANK = RANK.formatted(4_000_000);

    /** That of the incident whose number or id was typed. */
    private static final long FIRST = 1_000_000_000_000L;

    private SearchSql() {}

    static String of(SearchFilter filter) {
        var found = new ArrayList<String>();
        if (filter.kind() != Kind.ENTRY) {
            found.add(incidents(filter));
        }
        if (filter.kind() != Kind.INCIDENT) {
            found.add(entries(filter));
        }
        return """
                SELECT kind, rank, at, incident_id, id FROM (%s) AS hit %s
                ORDER BY rank DESC, at DESC, incident_id DESC, id DESC, kind DESC LIMIT :limit
                """.formatted(String.join(" UNION ALL ", found), filter.after().where());
    }

    private static String incidents(SearchFilter filter) {
        var rank = filter.named() == null
                ? INCIDENT_RANK
                : "CASE WHEN %s THEN %d ELSE %s END".formatted(filter.named(), FIRST, INCIDENT_RANK);
        return newest(
                Kind.INCIDENT,
                "incident_id",
                "declared_at",
                rank,
                "(SELECT incident_id, declared_at, search, number FROM incident %s)"
                        .formatted(filter.incidents().where()));
    }

    private static String entries(SearchFilter filter) {
        return newest(
                Kind.ENTRY,
                "id",
                "occurred_at",
                ENTRY_RANK,
                "(SELECT incident_id, id, occurred_at, search FROM search_timeline_entry %s)"
                        .formatted(filter.entries().where()));
    }

    private static String newest(Kind kind, String id, String at, String rank, String found) {
        return """
                (SELECT '%1$s' AS kind, %4$s AS rank, %3$s AS at, incident_id, %2$s AS id
                 FROM (SELECT * FROM %5$s AS found ORDER BY %3$s DESC LIMIT %6$d) AS newest)
                """.formatted(kind, id, at, rank, found, RANKED);
    }
}
