package io.decklog.query.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of entries, under the names of the REST contract: {@code status-update} for {@link #STATUS_UPDATE}. */
public enum EntryType {
    DECLARED,
    OBSERVATION,
    DECISION_RAISED,
    OPTION,
    OBJECTION,
    DECISION,
    DECISION_SUPERSEDED,
    MITIGATION,
    MITIGATION_ASSESSED,
    MITIGATION_ROLLED_BACK,
    PERMANENT_FIX_PLANNED,
    PERMANENT_FIX_COMPLETED,
    ROLE,
    STATUS_UPDATE,
    SEVERITY,
    MITIGATED,
    RESOLVED,
    REOPENED,
    CLOSED;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The kind of that name; empty if there is none. */
    public static Optional<EntryType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
