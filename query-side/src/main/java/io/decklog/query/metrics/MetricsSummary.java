package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of many incidents.
 *
 * @param asOf the moment of record time they are told of, if one was asked for
 * @param groups those that were asked for, by name; one without a name if none were
 * @param excluded incidents that do not count at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricsSummary(@Nullable Instant asOf, List<Group> groups, LeftOut excluded) {

    private static final Comparator<IncidentMetrics> BY_NUMBER =
            Comparator.comparingLong(incident -> incident.number().value());

    /**
     * Some of the incidents.
     *
     * @param group the severity, the service or the month; absent if it is all of them
     * @param incidents how many there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(@Nullable String group, int incidents, List<MetricStatistics> metrics) {

        static Group of(@Nullable String key, List<IncidentMetrics> incidents) {
            return new Group(key, incidents.size(), MetricStatistics.all(incidents));
        }
    }

    /**
     * Incidents that do not count.
     *
     * @param count how many
     * @param incidents the first 100 of them, by number
     */
    public record LeftOut(int count, List<Incident> incidents) {

        private static final int LISTED = 100;

        static LeftOut of(List<Incident> all) {
            return new LeftOut(all.size(), all.stream().limit(LISTED).toList());
        }

        /**
         * @param reason {@code NEGATIVE}, {@code MISSING}, {@code CANCELLED} or {@code DUPLICATE}
         * @param detail why, as a sentence; absent where an entry says it
         * @param seconds the number that does not count, if there is one
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Incident(
                IncidentId incidentId,
                IncidentNumber number,
                String reason,
                @Nullable String detail,
                @Nullable Long seconds,
                List<UUID> entryIds) {}
    }

    static MetricsSummary of(List<IncidentMetrics> found, @Nullable GroupBy by, @Nullable Instant asOf) {
        var incidents = found.stream().sorted(BY_NUMBER).toList();
        var counted = incidents.stream().filter(each -> each.excluded() == null).toList();
        var excluded = incidents.stream().flatMap(MetricsSummary::excluded).toList();
        return new MetricsSummary(asOf, groups(counted, by), LeftOut.of(excluded));
    }

    private static Stream<LeftOut.Incident> excluded(IncidentMetrics incident) {
        var why = incident.excluded();
        return why == null
                ? Stream.empty()
                : Stream.of(new LeftOut.Incident(
                        incident.incidentId(),
                        incident.number(),
                        why.reason().name(),
                        null,
                        null,
                        List.of(why.entryId())));
    }

    private static List<Group> groups(List<IncidentMetrics> incidents, @Nullable GroupBy by) {
        if (by == null) {
            return List.of(Group.of(null, incidents));
        }
        var groups = new TreeMap<String, List<IncidentMetrics>>();
        incidents.forEach(incident -> by.keys(incident)
                .forEach(key ->
                        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(incident)));
        return groups.entrySet().stream()
                .map(group -> Group.of(group.getKey(), group.getValue()))
                .toList();
    }
}
