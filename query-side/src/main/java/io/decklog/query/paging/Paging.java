package io.decklog.query.paging;

import io.decklog.wiring.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the lists of the REST contract have in common. */
public final class Paging {

    public static final String DEFAULT_LIMIT = "100";
    private static final int MAX_LIMIT = 1000;
    private static final int UNSAID = Integer.parseInt(DEFAULT_LIMIT);

    private Paging() {}

    /**
     * @param limit null for the default
     * @throws ProblemException 400 unless it is 1 to 1000
     */
    public static int limit(@Nullable Integer limit) {
        return limit == null ? UNSAID : limit(limit.intValue());
    }

    /** @throws ProblemException 400 unless it is 1 to 1000 */
    public static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.unreadable("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return limit;
    }

    /**
     * Reads a name out of a fixed set.
     *
     * @throws ProblemException 400, naming what is possible
     */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var possible = type.getEnumConstants();
        return Arrays.stream(possible)
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ProblemException.unreadable(
                        parameter,
                        "must be one of "
                                + Arrays.stream(possible).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** @throws ProblemException 400 unless it is true or false */
    public static @Nullable Boolean flag(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw ProblemException.unreadable(parameter, "must be true or false");
        };
    }

    /** One page out of one item more than fits on it, if there is one more. */
    public static <T> Page<T> page(List<T> found, int limit, Function<T, Cursor> place) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        place.apply(found.get(limit - 1)).toText());
    }
}
