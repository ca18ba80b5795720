package io.decklog.query.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was asked for.
 *
 * @param asOf the moment of record time the answer is about, if one was asked for
 * @param highlights where it says the words it was asked for by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Found(
        @JsonUnwrapped Decision decision,
        @Nullable Instant asOf,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Highlight> highlights) {

    static Found of(DecisionRow.Recorded row, @Nullable Instant asOf) {
        return new Found(Decision.of(row), asOf, List.of());
    }
}
