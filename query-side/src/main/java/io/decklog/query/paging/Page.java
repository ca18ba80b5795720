package io.decklog.query.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param <T> what it lists
 * @param nextCursor where the next page starts; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public <U> Page<U> map(Function<T, U> form) {
        return new Page<>(items.stream().map(form).toList(), nextCursor);
    }
}
