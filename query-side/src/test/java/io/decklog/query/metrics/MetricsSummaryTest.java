package io.decklog.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsSummaryTest {

    private static final Instant START = Instant.parse("2026-03-31T23:00:00Z");

    @Test
    void percentiles_are_those_of_an_incident() {
        var resolve = resolve(LongStream.rangeClosed(1, 10).mapToObj(n -> took(n, 110 - 10 * n)));

        assertThat(resolve.count()).isEqualTo(10);
        assertThat(known(resolve.median()).seconds()).isEqualTo(50);
        assertThat(known(resolve.median()).number()).isEqualTo(new IncidentNumber(6));
        assertThat(known(resolve.p90()).seconds()).isEqualTo(90);
        assertThat(known(resolve.p90()).number()).isEqualTo(new IncidentNumber(2));
        assertThat(known(resolve.p90()).to().entryId()).isEqualTo(entry(2, 2));
        assertThat(resolve.measuredFrom()).isEqualTo(Map.of(Milestone.STARTED, 10L));
        assertThat(resolve.leftOut().count()).isZero();
    }

    @Test
    void of_one_incident_every_percentile_is_its_number_and_of_none_there_is_none() {
        assertThat(known(resolve(Stream.of(took(3, 70L))).median()).seconds()).isEqualTo(70);
        assertThat(known(resolve(Stream.of(took(3, 70L))).p90()).seconds()).isEqualTo(70);
        assertThat(resolve(Stream.of()).count()).isZero();
        assertThat(resolve(Stream.of()).median()).isNull();
        assertThat(resolve(Stream.of()).p90()).isNull();
    }

    @Test
    void where_several_took_equally_long_the_lower_number_comes_first() {
        var resolve = resolve(Stream.of(took(5, 60L), took(4, 60L), took(3, 60L)));

        assertThat(known(resolve.median()).number()).isEqualTo(new IncidentNumber(4));
        assertThat(known(resolve.p90()).number()).isEqualTo(new IncidentNumber(5));
    }

    @Test
    void what_does_not_count_is_named_with_the_reason() {
        var resolve = resolve(Stream.of(took(3, -60L), took(2, 60L), took(1, null)));

        assertThat(resolve.count()).isEqualTo(1);
        assertThat(known(resolve.median()).seconds()).isEqualTo(60);
        assertThat(resolve.leftOut().count()).isEqualTo(2);
        assertThat(resolve.leftOut().incidents())
                .extracting(MetricsSummary.LeftOut.Incident::reason)
                .containsExactly("MISSING", "NEGATIVE");
        var negative = resolve.leftOut().incidents().getLast();
        assertThat(negative.seconds()).isEqualTo(-60);
        assertThat(negative.detail()).contains("before STARTED");
        assertThat(negative.entryIds()).containsExactly(entry(3, 1), entry(3, 2));
    }

    @Test
    void of_those_left_out_the_first_hundred_are_named() {
        var resolve = resolve(LongStream.rangeClosed(1, 101).mapToObj(n -> took(n, null)));

        assertThat(resolve.leftOut().count()).isEqualTo(101);
        assertThat(resolve.leftOut().incidents()).hasSize(100);
    }

    @Test
    void an_incident_counts_in_the_group_of_its_severity_of_its_month_and_of_each_service() {
        var incidents = List.of(
                took(1, 10L, Severity.SEV1, START, null, "checkout", "payments"),
                took(2, 20L, Severity.SEV3, START.plusSeconds(3600), null, "checkout"),
                took(3, 30L, Severity.SEV1, START, null));

        assertThat(groups(incidents, GroupBy.SEVERITY)).isEqualTo(List.of("SEV1: 2", "SEV3: 1"));
        assertThat(groups(incidents, GroupBy.MONTH)).isEqualTo(List.of("2026-03: 2", "2026-04: 1"));
        assertThat(groups(incidents, GroupBy.SERVICE)).isEqualTo(List.of("checkout: 2", "payments: 1"));
        assertThat(groups(incidents, null)).isEqualTo(List.of("null: 3"));
        assertThat(groups(List.of(), GroupBy.MONTH)).isEmpty();
        assertThat(groups(List.of(), null)).isEqualTo(List.of("null: 0"));
    }

    @Test
    void cancelled_incidents_and_duplicates_count_nowhere_and_are_named() {
        var why = new Exclusion(Exclusion.Reason.DUPLICATE, entry(2, 9));
        var summary = MetricsSummary.of(
                List.of(took(2, 20L, Severity.SEV1, START, why, "checkout"), took(1, 10L)), null, null);

        assertThat(summary.groups().getFirst().incidents()).isEqualTo(1);
        assertThat(summary.excluded().count()).isEqualTo(1);
        var left = summary.excluded().incidents().getFirst();
        assertThat(left.number()).isEqualTo(new IncidentNumber(2));
        assertThat(left.reason()).isEqualTo("DUPLICATE");
        assertThat(left.entryIds()).containsExactly(entry(2, 9));
    }

    private static List<String> groups(List<IncidentMetrics> incidents, @Nullable GroupBy by) {
        return MetricsSummary.of(incidents, by, null).groups().stream()
                .map(group -> group.group() + ": " + group.incidents())
                .toList();
    }

    private static MetricStatistics resolve(Stream<IncidentMetrics> incidents) {
        return MetricsSummary.of(incidents.toList(), null, null).groups().getFirst().metrics().stream()
                .filter(statistics -> statistics.metric() == Metric.RESOLVE)
                .findFirst()
                .orElseThrow();
    }

    private static MetricStatistics.Percentile known(MetricStatistics.@Nullable Percentile percentile) {
        return Objects.requireNonNull(percentile);
    }

    private static IncidentMetrics took(long number, @Nullable Long seconds) {
        return took(number, seconds, Severity.SEV2, START, null, "checkout");
    }

    private static IncidentMetrics took(
            long number,
            @Nullable Long seconds,
            Severity severity,
            Instant declaredAt,
            @Nullable Exclusion excluded,
            String... services) {
        var started = new Reached(Milestone.STARTED, START, entry(number, 1));
        var reached = seconds == null
                ? List.of(started)
                : List.of(started, new Reached(Milestone.RESOLVED, START.plusSeconds(seconds), entry(number, 2)));
        var standing = new Standing(
                new IncidentNumber(number),
                IncidentKind.LIVE,
                severity,
                List.of(services),
                declaredAt,
                reached,
                excluded);
        var version =
                new MetricsRow.Version(new IncidentId(entry(number, 0)), 1, entry(number, 1), START, null, standing);
        return IncidentMetrics.of(version, null);
    }

    private static UUID entry(long number, long entry) {
        return new UUID(number, entry);
    }
}
