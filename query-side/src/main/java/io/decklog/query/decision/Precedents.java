package io.decklog.query.decision;

import io.decklog.api.incident.MitigationKind;
import io.decklog.api.redaction.FreeText;
import io.decklog.query.paging.Page;
import io.decklog.query.paging.PlannedByValue;
import io.decklog.query.projection.Table;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds earlier decisions on a similar question. Decisions of drills and those that are struck are no precedents: the
 * first were not in earnest, and the second, as the log has it, were not taken.
 */
@Component
class Precedents {

    /** A question is a sentence or two; of a longer one the beginning is taken. */
    private static final int READ = 2_000;

    private static final int WORDS = 12;

    /** How frequent a word is the database knows for itself, as well as it has to. */
    private static final String WORDS_OF = """
            SELECT lexeme, min(token) AS asked,
                   coalesce(max(share), 0) * (SELECT greatest(reltuples, 0) FROM pg_class
                                              WHERE oid = CAST('query_side.decision' AS regclass)) AS decisions
            FROM ts_debug('english', :text) CROSS JOIN LATERAL unnest(lexemes) AS lexeme
            LEFT JOIN (SELECT known.lexeme, known.share
                       FROM pg_stats CROSS JOIN LATERAL unnest(CAST(CAST(most_common_elems AS text) AS text[]),
                                                               most_common_elem_freqs) AS known (lexeme, share)
                       WHERE schemaname = 'query_side' AND tablename = 'decision' AND attname = 'search') AS frequent
                USING (lexeme)
            GROUP BY lexeme ORDER BY decisions, lexeme LIMIT :words
            """;

    private static final String LOOKED_AT = """
            (SELECT view, search, services, mitigations, recorded_at, id, incident_id FROM decision
             WHERE state = 'RECORDED' AND kind = 'LIVE' AND NOT struck AND recorded_at < :before AND search @@ CAST(:%s AS tsquery)
             ORDER BY recorded_at DESC, id DESC, incident_id DESC LIMIT :looked_at)
            """;

    private static final String RANKED =
            """
            WITH looked_at AS (%s UNION ALL %s UNION ALL %s),
            earlier AS (SELECT DISTINCT ON (id, incident_id) * FROM looked_at),
            scored AS (
                SELECT view, recorded_at, id, incident_id, said.words,
                       ARRAY(SELECT unnest(services) INTERSECT SELECT unnest(CAST(:services AS text[])) ORDER BY 1) AS services,
                       ARRAY(SELECT unnest(mitigations) INTERSECT SELECT unnest(CAST(:mitigations AS text[])) ORDER BY 1) AS mitigations,
                       said.share * :of_words + CASE WHEN services && CAST(:services AS text[]) THEN :of_service ELSE 0 END
                           + CASE WHEN mitigations && CAST(:mitigations AS text[]) THEN :of_mitigation ELSE 0 END AS score
                FROM earlier CROSS JOIN LATERAL (
                    SELECT array_agg(asked ORDER BY asked COLLATE "C") AS words,
                           sum(CASE WHEN search @@ in_question THEN 1.0 ELSE 0.5 END) / cardinality(CAST(:asked AS text[])) AS share
                    FROM unnest(CAST(:asked AS text[]), CAST(:anywhere AS tsquery[]), CAST(:in_question AS tsquery[]))
                        AS word (asked, anywhere, in_question)
                    WHERE search @@ anywhere) AS said)
            SELECT view, words, services, mitigations, score FROM scored
            ORDER BY score DESC, recorded_at DESC, id DESC, incident_id DESC LIMIT :limit
            """.formatted(LOOKED_AT.formatted("all"), LOOKED_AT.formatted("rare"), LOOKED_AT.formatted("pairs"));

    private final JdbcClient jdbc;
    private final Highlighter highlighter;

    Precedents(DataSource dataSource, Highlighter highlighter) {
        this.jdbc = JdbcClient.create(new PlannedByValue(dataSource));
        this.highlighter = highlighter;
    }

    /**
     * What precedents are wanted for.
     *
     * @param question whose words they share
     * @param before only decisions recorded before this moment
     */
    record Wanted(
            String question, Collection<String> services, Collection<MitigationKind> mitigations, Instant before) {

        /** A question of a decision, as it stood when it was recorded. What was redacted asks nothing any more. */
        static Wanted by(Decision decision, Collection<String> services) {
            var question = decision.question().equals(FreeText.REDACTED) ? "" : decision.question();
            return new Wanted(question, services, decision.mitigationKinds(), decision.recordedAt());
        }
    }

    /** The best first, the latest among equals. */
    Page<Precedent> of(Wanted wanted, int limit) {
        var words = new PrecedentWords(words(wanted.question()));
        if (words.words().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var found = jdbc.sql(RANKED)
                .param("all", words.all())
                .param("rare", words.rare())
                .param("pairs", words.pairs())
                .param(
                        "asked",
                        texts(words.words().stream()
                                .map(PrecedentWords.Word::asked)
                                .toList()))
                .param(
                        "anywhere",
                        texts(words.words().stream().map(word -> word.query("")).toList()))
                .param(
                        "in_question",
                        texts(words.words().stream()
                                .map(word -> word.query(":AB"))
                                .toList()))
                .param("services", texts(wanted.services()))
                .param(
                        "mitigations",
                        texts(wanted.mitigations().stream().map(Enum::name).toList()))
                .param("before", Table.time(wanted.before()))
                .param("looked_at", PrecedentWords.LOOKED_AT)
                .param("of_words", Precedent.OF_WORDS)
                .param("of_service", Precedent.OF_SERVICE)
                .param("of_mitigation", Precedent.OF_MITIGATION)
                .param("limit", limit)
                .query(Precedents::precedent)
                .list();
        return new Page<>(highlighted(found, words), null);
    }

    /** The services of an incident as they stand. */
    List<String> services(Decision decision) {
        return jdbc.sql("SELECT view FROM decision_context WHERE incident_id = :incident AND id = :incident")
                .param("incident", decision.incidentId().value())
                .query(DecisionTables.CONTEXTS.views())
                .optional()
                .map(DecisionRow.Context::services)
                .orElse(List.of());
    }

    private List<PrecedentWords.Word> words(String question) {
        var text = question.substring(0, Math.min(question.length(), READ)).replace('\0', ' ');
        return jdbc.sql(WORDS_OF)
                .param("text", text)
                .param("words", WORDS)
                .query((row, _) -> new PrecedentWords.Word(
                        row.getString("asked"), row.getString("lexeme"), row.getDouble("decisions")))
                .list();
    }

    private List<Precedent> highlighted(List<Precedent> found, PrecedentWords words) {
        var asked = String.join(
                " ", words.words().stream().map(PrecedentWords.Word::asked).toList());
        var highlights =
                highlighter.highlights(found.stream().map(Precedent::decision).toList(), asked);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Precedent(
                        found.get(i).score(),
                        found.get(i).because(),
                        found.get(i).decision(),
                        highlights.get(i)))
                .toList();
    }

    private static Precedent precedent(ResultSet row, int number) throws SQLException {
        return new Precedent(
                Math.round(row.getDouble("score") * 1000) / 1000.0,
                new Precedent.Because(
                        texts(row.getArray("words")),
                        texts(row.getArray("services")),
                        texts(row.getArray("mitigations")).stream()
                                .map(MitigationKind::valueOf)
                                .toList()),
                Decision.of(DecisionTables.DECISIONS.read(row.getString("view"))),
                List.of());
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
