package io.decklog.query.text;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The fragments of texts that were found, safe to put on a page: everything anybody wrote is escaped, and the only elements
 * are {@code <mark>} around each word that was found.
 */
@Component
public class Highlights {

    /** Control characters, which nobody can record: no text can pretend that it was found. */
    private static final char START = '\u0001';

    private static final char STOP = '\u0002';

    /** Stands for an angle bracket meanwhile: PostgreSQL would leave out what it takes for markup. */
    private static final char BRACKET = '\u0003';

    /** Characters up to which a text is shown whole. */
    private static final int SHORT = 300;

    private static final String MARKS = "StartSel=%s, StopSel=%s, ".formatted(START, STOP);
    private static final String WHOLE = MARKS + "HighlightAll=true";
    private static final String FRAGMENTS =
            MARKS + "MaxFragments=3, MinWords=8, MaxWords=24, FragmentDelimiter=\" … \"";

    private final JdbcClient jdbc;

    Highlights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The fragments of each text, as HTML, in the same order: a short text whole, of one that has none of the words the
     * beginning.
     *
     * @param q the query they were found by
     */
    public List<String> of(String q, List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT ts_headline('english', text, %s,
                                           CASE WHEN length(text) <= :short THEN :whole ELSE :fragments END)
                        FROM unnest(CAST(:texts AS text[])) WITH ORDINALITY AS shown (text, place) ORDER BY place
                        """.formatted(FullText.QUERY))
                        .param("q", q)
                        .param("short", SHORT)
                        .param("whole", WHOLE)
                        .param("fragments", FRAGMENTS)
                        .param("texts", texts.stream().map(Highlights::plain).toArray(String[]::new))
                        .query((row, _) -> html(row.getString(1)))
                        .list();
    }

    private static String plain(String text) {
        return text.replace('\0', ' ').replace(START, ' ').replace(STOP, ' ').replace('<', BRACKET);
    }

    static String html(String fragments) {
        return HtmlUtils.htmlEscape(fragments.replace(BRACKET, '<'), "UTF-8")
                .replace(String.valueOf(START), "<mark>")
                .replace(String.valueOf(STOP), "</mark>");
    }
}
