package io.decklog.query.timeline;

import io.decklog.query.paging.Cursor;
import io.decklog.query.paging.Moments;
import io.decklog.query.paging.Paging;
import io.decklog.wiring.web.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline are asked for, and in which order. Both readers of a timeline, the one of the table and
 * the one of a replay, answer the same query.
 *
 * @param from occurred at or after
 * @param to occurred at or before
 * @param kinds entries of these types only; all types if empty
 * @param after the last entry of the page before
 */
public record TimelineQuery(
        Order order,
        boolean reverse,
        @Nullable Instant from,
        @Nullable Instant to,
        Set<EntryType> kinds,
        int limit,
        @Nullable Place after) {

    /** What an entry is ordered by. */
    public enum Order {
        /** When it happened; what happened at the same time in the order of the log. */
        OCCURRED,
        /** When the log took it in. */
        RECORDED
    }

    /** An entry's place in either order. */
    public record Place(Instant occurredAt, long sequence) {

        static Place of(TimelineEntry entry) {
            return new Place(entry.occurredAt(), entry.sequence());
        }
    }

    public TimelineQuery {
        kinds = Set.copyOf(kinds);
    }

    /**
     * The query of a request, its parameters as they were sent.
     *
     * @param kinds entry types, one by one or several with commas between them
     * @throws ProblemException 400 naming the parameter that cannot be read
     */
    public static TimelineQuery asked(
            @Nullable String order,
            @Nullable String reverse,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> kinds,
            @Nullable String cursor,
            int limit) {
        var by = Optional.ofNullable(Paging.oneOf(Order.class, "order", order)).orElse(Order.OCCURRED);
        var backwards = Boolean.TRUE.equals(Paging.flag("reverse", reverse));
        return new TimelineQuery(
                by,
                backwards,
                Moments.parse("from", from),
                Moments.parse("to", to),
                kinds(kinds),
                Paging.limit(limit),
                cursor == null ? null : place(cursor, by, backwards));
    }

    /** Spring splits at commas only where the parameter is given once. */
    private static Set<EntryType> kinds(@Nullable List<String> names) {
        return names == null
                ? Set.of()
                : names.stream()
                        .flatMap(several -> Arrays.stream(several.split(",", -1)))
                        .map(TimelineQuery::kind)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static EntryType kind(String name) {
        return EntryType.named(name.strip())
                .orElseThrow(() -> ProblemException.unreadable("kind", "there are no entries of type " + name));
    }

    static Place place(String cursor, Order order, boolean reverse) {
        var parsed = Cursor.parse(cursor, orderName(order, reverse), 2);
        return new Place(parsed.instant(0), parsed.number(1));
    }

    Cursor cursor(TimelineEntry last) {
        return Cursor.of(orderName(order, reverse), last.occurredAt(), last.sequence());
    }

    private static String orderName(Order order, boolean reverse) {
        return order.name() + (reverse ? "-" : "+");
    }

    /** One more than fits on the page, if there are as many. */
    List<TimelineEntry> of(List<TimelineEntry> entries) {
        return entries.stream()
                .filter(this::asksFor)
                .filter(entry -> after == null || byPlace().compare(Place.of(entry), after) > 0)
                .sorted(Comparator.comparing(Place::of, byPlace()))
                .limit(limit + 1L)
                .toList();
    }

    private boolean asksFor(TimelineEntry entry) {
        return (from == null || !entry.occurredAt().isBefore(from))
                && (to == null || !entry.occurredAt().isAfter(to))
                && (kinds.isEmpty() || kinds.contains(entry.type()));
    }

    private Comparator<Place> byPlace() {
        var forward = switch (order) {
            case OCCURRED -> Comparator.comparing(Place::occurredAt).thenComparingLong(Place::sequence);
            case RECORDED -> Comparator.comparingLong(Place::sequence);
        };
        return reverse ? forward.reversed() : forward;
    }
}
