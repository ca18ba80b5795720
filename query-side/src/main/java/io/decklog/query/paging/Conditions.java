package io.decklog.query.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The WHERE of a list: every filter that was given, all at once. The conditions are ours, only their values are not. */
public final class Conditions {

    /** PostgreSQL has no text with a zero character in it, so nothing can be equal to one. */
    private static final String NOTHING = "false";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition that has no parameter. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition on one parameter, unless there is no value for it. */
    public Conditions and(String condition, String parameter, @Nullable Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            conditions.add(NOTHING);
        } else if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Adds one of two conditions, or none where nobody asked. */
    public Conditions andEither(@Nullable Boolean which, String ifTrue, String ifFalse) {
        if (which != null) {
            conditions.add(which ? ifTrue : ifFalse);
        }
        return this;
    }

    public String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
