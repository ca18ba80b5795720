package io.decklog.query.text;

import io.decklog.wiring.web.ProblemException;

/**
 * How text is indexed and looked for: by English word forms, so that {@code failing} finds {@code failed}. A query is read
 * as search engines read it: every word must be there, {@code "a phrase"} as it stands, {@code or} between alternatives,
 * {@code -word} must not.
 */
public final class FullText {

    /** The query in the parameter {@code q}. It never fails, whatever is typed. */
    public static final String QUERY = "websearch_to_tsquery('english', :q)";

    /** Whether the column {@code search} has what the parameter {@code q} asks for. */
    public static final String MATCHES = "search @@ " + QUERY;

    /** Whether the query names a word to look for, and not only words that must not be there: no index finds those. */
    public static final String NAMES_A_WORD = "querytree(" + QUERY + ") <> 'T'";

    /** The value of a column {@code search}, from the parameter {@code words}. */
    public static final String VECTOR = "to_tsvector('english', :words)";

    /** PostgreSQL indexes a megabyte of words at most, and what is recorded can be longer. */
    private static final int MAX_INDEXED = 200_000;

    /** Characters; a query nobody types by hand costs more than it finds. */
    private static final int MAX_QUERY = 1_000;

    private FullText() {}

    /**
     * As much of a text as is indexed, in whole characters, and without those PostgreSQL has none of. What stands between
     * angle brackets would be passed over as markup; logs are full of it.
     */
    public static String indexed(String text) {
        var end = Math.min(text.length(), MAX_INDEXED);
        var cut = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, cut).replace('\0', ' ').replace('<', ' ');
    }

    /**
     * What is looked for, without blanks around it.
     *
     * @throws ProblemException 400 if there is nothing to look for, or more than 1,000 characters of it
     */
    public static String query(String parameter, String text) {
        var query = text.replace('\0', ' ').strip();
        if (query.isEmpty()) {
            throw ProblemException.unreadable(parameter, "must name what to look for");
        }
        if (query.length() > MAX_QUERY) {
            throw ProblemException.unreadable(parameter, "must be at most " + MAX_QUERY + " characters");
        }
        return query;
    }
}
