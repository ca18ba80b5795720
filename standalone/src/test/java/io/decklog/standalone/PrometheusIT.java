package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Prometheus reads. Other tests use the same server, so that counts only ever are compared with what they were. */
@ExtendWith(RunningDecklog.class)
class PrometheusIT {

    private static final Path DOCUMENT = Path.of("../docs/monitoring.md");
    private static final Pattern TYPE = Pattern.compile("# TYPE ((?:decklog|dbscheduler)_\\w+) \\w+");
    private static final Pattern ROW = Pattern.compile("\\| `((?:decklog|dbscheduler)_\\w+)` .*");
    private static final Pattern SERIES = Pattern.compile("(?m)^(\\w+)[{ ]");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:decklog|dbscheduler|hikaricp|http_server|jvm|logback|process)_\\w+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}|INC-[0-9]+");

    private final RestClient http;

    PrometheusIT(RestClient http) {
        this.http = http;
    }

    @Test
    void commands_are_counted_by_their_outcome_and_refusals_by_their_code() {
        var incident = OwnIncident.declaredTo(http);
        var recorded = "decklog_commands_seconds_count{command=\"ChangeSeverity\",outcome=\"recorded\"}";
        var nothing = "decklog_commands_seconds_count{command=\"ChangeSeverity\",outcome=\"nothing-to-record\"}";
        var replayed = "decklog_commands_seconds_count{command=\"ChangeSeverity\",outcome=\"replayed\"}";
        var refused = "decklog_commands_refused_total{code=\"INCIDENT_NOT_RESOLVED\",command=\"CloseIncident\"}";
        var events = "decklog_events_appended_total{type=\"SeverityChanged\"}";
        var before = scrape();

        var keyed = http.with("Idempotency-Key", UUID.randomUUID().toString());
        var worse = Map.of("severity", "SEV1", "reason", "worse");
        keyed.post(incident.path() + "/severity", worse);
        keyed.post(incident.path() + "/severity", worse);
        http.post(incident.path() + "/severity", worse);
        http.post(incident.path() + "/close", Map.of("summary", "over"));

        var after = scrape();
        assertThat(value(after, recorded) - value(before, recorded)).isGreaterThanOrEqualTo(1);
        assertThat(value(after, replayed) - value(before, replayed)).isGreaterThanOrEqualTo(1);
        assertThat(value(after, nothing) - value(before, nothing)).isGreaterThanOrEqualTo(1);
        assertThat(value(after, refused) - value(before, refused)).isGreaterThanOrEqualTo(1);
        assertThat(value(after, events) - value(before, events)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void the_metrics_there_are_are_those_that_are_documented() throws Exception {
        everythingThatIsMeasuredHappens();

        var measured =
                TYPE.matcher(scrape()).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(measured).containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void the_dashboard_and_the_alerts_ask_for_what_is_measured() throws Exception {
        everythingThatIsMeasuredHappens();

        var series =
                SERIES.matcher(scrape()).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(askedFor("grafana/decklog.json")).hasSizeGreaterThan(20).isSubsetOf(series);
        assertThat(askedFor("alerts.yml")).hasSizeGreaterThan(4).isSubsetOf(series);
    }

    private static Set<String> askedFor(String file) throws IOException {
        return METRIC.matcher(Files.readString(Path.of("../docker/monitoring", file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void everythingThatIsMeasuredHappens() throws Exception {
        var incident = OwnIncident.declaredTo(http);
        http.post(incident.path() + "/close", Map.of("summary", "over"));
        try (var client = HttpClient.newHttpClient()) {
            var stream = HttpRequest.newBuilder(http.address().resolve("/api/v1/stream"))
                    .build();
            client.send(stream, BodyHandlers.ofInputStream()).body().close();
        }
    }

    @Test
    void no_metric_names_an_incident() {
        OwnIncident.declaredTo(http).observe("5xx at 12 %");

        assertThat(scrape().lines().filter(line -> ID.matcher(line).find())).isEmpty();
    }

    private static Set<String> documented() throws IOException {
        var rows = new TreeSet<String>();
        for (var line : Files.readAllLines(DOCUMENT)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1));
            }
        }
        return rows;
    }

    private String scrape() {
        return http.get("/actuator/prometheus").body();
    }

    private static double value(String scrape, String series) {
        return scrape.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }
}
