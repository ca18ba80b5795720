package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces hears of one request. */
class TracingIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    private static final String REQUEST = "http post /api/v1/incidents";

    /** In the order in which they begin; a span each. */
    private static final List<String> STEPS = List.of(
            REQUEST,
            "CommandBus.dispatchCommand(DeclareIncident)",
            "CommandBus.handleCommand(DeclareIncident)",
            "EventBus.publishEvent(IncidentDeclared)",
            "StreamingEventProcessor.process(IncidentDeclared)",
            "IncidentProjection.on(IncidentEvent,long)",
            "TimelineProjection.on(IncidentEvent,long)",
            "SearchProjection.on(IncidentEvent,long)");

    @TempDir
    private Path folder;

    @Test
    void a_request_is_followed_through_its_command_and_its_event_to_the_projections() throws Exception {
        try (var collector = new TraceCollector()) {
            var process = DecklogProcess.launch(
                    folder,
                    Map.of(
                            "DECKLOG_PORT", "0",
                            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.endpoint(),
                            "OTEL_BSP_SCHEDULE_DELAY", "100"));
            try {
                var declared = new RestClient(DecklogProcess.addressOf(process))
                        .with("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
                        .post(
                                "/incidents",
                                Map.of("title", "Orders fail", "severity", "SEV2", "services", List.of("x")));
                assertThat(declared.status()).as(declared.toString()).isEqualTo(201);

                var spans = completed(collector);

                assertThat(collector.services()).containsExactly("decklog");
                assertThat(spans).allSatisfy(span -> assertThat(parent(span)).isNotEmpty());
                assertThat(spans)
                        .filteredOn(span -> REQUEST.equals(span.getName()))
                        .singleElement()
                        .satisfies(span -> assertThat(parent(span)).isEqualTo(CALLER));
                assertThat(spans.toString())
                        .as("the incident is named, and nothing secret is")
                        .contains(declared.text("/id"))
                        .doesNotContain("salt");
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static List<Span> completed(TraceCollector collector) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (names(collector).containsAll(STEPS)) {
                return collector.spansOf(TRACE);
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new AssertionError("not all that was waited for came: " + names(collector));
    }

    private static Set<String> names(TraceCollector collector) {
        return collector.spansOf(TRACE).stream().map(Span::getName).collect(Collectors.toSet());
    }

    private static String parent(Span span) {
        return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
    }
}
