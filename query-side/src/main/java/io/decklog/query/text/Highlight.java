package io.decklog.query.text;

import org.springframework.web.util.HtmlUtils;

/**
 * The fragments of a text that were found, safe to put on a page: everything anybody wrote is escaped, and the only
 * elements are {@code <mark>} around each word that was found.
 */
public final class Highlight {

    /** Control characters, which nobody can record: no text can pretend that it was found. */
    private static final char START = '\u0001';

    private static final char STOP = '\u0002';

    private static final String OPTIONS =
            "StartSel=%s, StopSel=%s, MaxFragments=3, MinWords=8, MaxWords=24, FragmentDelimiter=\" … \""
                    .formatted(START, STOP);

    private Highlight() {}

    /**
     * The expression that picks the fragments; {@link #html} makes what is shown of its value.
     *
     * @param text the column or expression that holds the text
     */
    public static String fragments(String text) {
        return "ts_headline('english', translate(%s, '%s%s', ''), %s, '%s')"
                .formatted(text, START, STOP, FullText.QUERY, OPTIONS);
    }

    /** The fragments as HTML. */
    public static String html(String fragments) {
        return HtmlUtils.htmlEscape(fragments, "UTF-8")
                .replace(String.valueOf(START), "<mark>")
                .replace(String.valueOf(STOP), "</mark>");
    }
}
