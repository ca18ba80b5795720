package io.decklog.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what OpenTelemetry sends over HTTP, as a collector does. */
final class TraceCollector implements AutoCloseable {

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final Set<String> services = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    /** The spans of one trace so far. */
    List<Span> spansOf(String trace) {
        return spans.stream()
                .filter(span ->
                        trace.equals(HexFormat.of().formatHex(span.getTraceId().toByteArray())))
                .toList();
    }

    /** The names of the services that have sent something. */
    Set<String> services() {
        return services;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = exchange.getRequestBody()) {
            var resources = ExportTraceServiceRequest.parseFrom(body).getResourceSpansList();
            resources.stream()
                    .flatMap(sent -> sent.getResource().getAttributesList().stream())
                    .filter(attribute -> "service.name".equals(attribute.getKey()))
                    .forEach(attribute -> services.add(attribute.getValue().getStringValue()));
            resources.stream()
                    .flatMap(sent -> sent.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
