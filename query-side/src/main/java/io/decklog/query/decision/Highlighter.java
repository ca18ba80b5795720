package io.decklog.query.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Finds in what decisions say the words they were asked for by, the way the search itself does: {@code databases} in a
 * text is {@code database} in a question. It reads the decisions that are shown, so it shows nothing they do not.
 */
@Component
class Highlighter {

    /** No text can hold these two: control characters are refused. If one did, words would be marked that are not asked for. */
    private static final String START = "\u0001";

    private static final String STOP = "\u0002";

    /** Any of the words: a decision says them all together, its fields do not. */
    private static final String ANY =
            "CAST(replace(CAST(plainto_tsquery('english', :q) AS text), '&', '|') AS tsquery)";

    private static final String FRAGMENTS = """
            SELECT place, ts_headline('english', text, %1$s,
                'StartSel=%2$s, StopSel=%3$s, MaxFragments=2, MinWords=5, MaxWords=25, FragmentDelimiter=" … "') AS fragment
            FROM unnest(CAST(:texts AS text[])) WITH ORDINALITY AS said (text, place)
            WHERE to_tsvector('english', text) @@ %1$s
            ORDER BY place
            """.formatted(ANY, START, STOP);

    private final JdbcClient jdbc;

    Highlighter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each of the decisions, in their order, where it says any of the words. */
    List<List<Highlight>> highlights(List<Decision> decisions, String q) {
        var fields = decisions.stream()
                .map(decision -> new DecisionText(decision).fields())
                .toList();
        var fragments = fragments(fields.stream().flatMap(List::stream).toList(), q);
        var highlights = new ArrayList<List<Highlight>>();
        var place = 0;
        for (var ofOne : fields) {
            var found = new ArrayList<Highlight>();
            for (var part : ofOne) {
                var fragment = fragments.get(++place);
                if (fragment != null) {
                    found.add(new Highlight(part.field(), fragment));
                }
            }
            highlights.add(List.copyOf(found));
        }
        return highlights;
    }

    private Map<Integer, String> fragments(List<DecisionText.Part> parts, String q) {
        var fragments = new HashMap<Integer, String>();
        if (!parts.isEmpty() && q.indexOf('\0') < 0) {
            var texts =
                    parts.stream().map(part -> part.text().replace('\0', ' ')).toArray(String[]::new);
            jdbc.sql(FRAGMENTS)
                    .param("q", q)
                    .param("texts", texts)
                    .query((row, _) -> fragments.put(row.getInt("place"), marked(row.getString("fragment"))))
                    .list();
        }
        return fragments;
    }

    private static String marked(String fragment) {
        return HtmlUtils.htmlEscape(fragment, "UTF-8").replace(START, "<mark>").replace(STOP, "</mark>");
    }
}
