package io.decklog.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.decklog.wiring.test.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Sends a request as it is given, also one that no client library would send. HTTP/1.0 spares it reading chunks. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final String BREAK = "\r\n";
    private static final String GO_ON = "HTTP/1.1 100 " + BREAK + BREAK;

    private RawHttp() {}

    /** @param lines the request line and headers; the answer is read until the connection is closed */
    static Answer send(URI address, String... lines) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = String.join(BREAK, lines) + BREAK + "Connection: close" + BREAK + BREAK;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    private static Answer parse(String response) {
        var parts = response.replace(GO_ON, "").split(BREAK + BREAK, 2);
        var head = Arrays.asList(parts[0].split(BREAK));
        var headers = head.stream()
                .skip(1)
                .map(line -> line.split(": *", 2))
                .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1]), (first, second) -> first));
        var status = Integer.parseInt(head.getFirst().split(" ", -1)[1]);
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), parts[1]);
    }
}
