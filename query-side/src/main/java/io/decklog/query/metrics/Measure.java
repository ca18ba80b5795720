package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one incident.
 *
 * @param outcome whether there is a number that counts
 * @param seconds how long it took, in whole seconds; below zero if it ended before it began, absent if it is missing
 * @param from where it began, as far as that is known
 * @param to where it ended, as far as that is known
 * @param reason why it does not count; absent if it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
        Metric metric,
        Outcome outcome,
        @Nullable Long seconds,
        @Nullable Reached from,
        @Nullable Reached to,
        @Nullable String reason) {

    /** Whether a metric counts in statistics. */
    public enum Outcome {
        MEASURED,
        /** It ended before it began: the record contradicts itself. */
        NEGATIVE,
        /** The log does not say when it began, or when it ended. */
        MISSING
    }

    /** Every metric of an incident that reached these milestones. */
    static List<Measure> all(Collection<Reached> reached) {
        return Arrays.stream(Metric.values()).map(metric -> of(metric, reached)).toList();
    }

    private static Measure of(Metric metric, Collection<Reached> reached) {
        var from = metric.from().stream()
                .flatMap(milestone -> find(milestone, reached))
                .findFirst()
                .orElse(null);
        var to = find(metric.to(), reached).findFirst().orElse(null);
        return from == null || to == null ? missing(metric, from, to) : between(metric, from, to);
    }

    private static Stream<Reached> find(Milestone milestone, Collection<Reached> reached) {
        return reached.stream().filter(moment -> moment.milestone() == milestone);
    }

    private static Measure missing(Metric metric, @Nullable Reached from, @Nullable Reached to) {
        var absent = from == null ? metric.from().getLast() : metric.to();
        return new Measure(metric, Outcome.MISSING, null, from, to, absent.absence());
    }

    private static Measure between(Metric metric, Reached from, Reached to) {
        var seconds = Duration.between(from.at(), to.at()).toSeconds();
        if (!to.at().isBefore(from.at())) {
            return new Measure(metric, Outcome.MEASURED, seconds, from, to, null);
        }
        var reason = "%s at %s, before %s at %s".formatted(to.milestone(), to.at(), from.milestone(), from.at());
        return new Measure(metric, Outcome.NEGATIVE, seconds, from, to, reason);
    }

    /** The number as a duration; null if it is missing. */
    @Nullable
    Duration duration() {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** The number. Only what was measured has one that counts. */
    long counted() {
        return Objects.requireNonNull(seconds);
    }

    /** Where it began. Only what was measured surely has a beginning. */
    Reached began() {
        return Objects.requireNonNull(from);
    }
}
