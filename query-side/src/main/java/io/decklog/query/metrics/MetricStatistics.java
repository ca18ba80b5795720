package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.query.metrics.Measure.Outcome;
import io.decklog.query.metrics.MetricsSummary.LeftOut;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One metric of many incidents.
 *
 * @param count how many of them it was measured of; these alone are counted
 * @param median half of them took this long at most
 * @param p90 nine in ten of them took this long at most
 * @param measuredFrom from which milestone, and how many of them
 * @param leftOut those of which there is no number that counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricStatistics(
        Metric metric,
        int count,
        @Nullable Percentile median,
        @Nullable Percentile p90,
        Map<Milestone, Long> measuredFrom,
        LeftOut leftOut) {

    /**
     * A percentile by the nearest rank: of n numbers in order the one at place ⌈p·n/100⌉. So it is the number of an
     * incident, and never between two. Where several took equally long, the one with the lower number comes first.
     *
     * @param from where it began
     * @param to where it ended
     */
    public record Percentile(long seconds, IncidentId incidentId, IncidentNumber number, Reached from, Reached to) {}

    private record Measured(IncidentMetrics incident, Measure measure) {

        private static final Comparator<Measured> SHORTEST_FIRST = Comparator.<Measured>comparingLong(
                        each -> each.measure().counted())
                .thenComparingLong(each -> each.incident().number().value());

        Percentile percentile() {
            return new Percentile(
                    measure.counted(),
                    incident.incidentId(),
                    incident.number(),
                    measure.began(),
                    Objects.requireNonNull(measure.to()));
        }

        LeftOut.Incident leftOut() {
            return new LeftOut.Incident(
                    incident.incidentId(),
                    incident.number(),
                    measure.outcome().name(),
                    measure.reason(),
                    measure.seconds(),
                    entries());
        }

        private List<UUID> entries() {
            return Stream.of(measure.from(), measure.to())
                    .filter(Objects::nonNull)
                    .map(Reached::entryId)
                    .distinct()
                    .toList();
        }
    }

    /** @param incidents by number */
    static List<MetricStatistics> all(List<IncidentMetrics> incidents) {
        return Arrays.stream(Metric.values())
                .map(metric -> of(
                        metric,
                        incidents.stream()
                                .map(incident -> new Measured(incident, incident.metric(metric)))
                                .toList()))
                .toList();
    }

    private static MetricStatistics of(Metric metric, List<Measured> all) {
        var counted = all.stream()
                .filter(each -> each.measure().outcome() == Outcome.MEASURED)
                .sorted(Measured.SHORTEST_FIRST)
                .toList();
        var others = all.stream()
                .filter(each -> each.measure().outcome() != Outcome.MEASURED)
                .map(Measured::leftOut)
                .toList();
        return new MetricStatistics(
                metric,
                counted.size(),
                nearestRank(50, counted),
                nearestRank(90, counted),
                counted.stream()
                        .collect(Collectors.groupingBy(
                                each -> each.measure().began().milestone(),
                                () -> new EnumMap<>(Milestone.class),
                                Collectors.counting())),
                LeftOut.of(others));
    }

    private static @Nullable Percentile nearestRank(int percent, List<Measured> inOrder) {
        return inOrder.isEmpty()
                ? null
                : inOrder.get(Math.ceilDiv(percent * inOrder.size(), 100) - 1).percentile();
    }
}
