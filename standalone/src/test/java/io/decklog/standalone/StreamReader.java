package io.decklog.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to all entries behind a position, and comes back to another node where a stream ends. */
final class StreamReader implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ID = "id: ";

    private final List<URI> nodes;
    private final BlockingQueue<Long> positions = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::read);
    private volatile long last;

    private StreamReader(List<URI> nodes, long position) {
        this.nodes = nodes;
        this.last = position;
    }

    static StreamReader behind(long position, URI... nodes) {
        var reader = new StreamReader(List.of(nodes), position);
        reader.thread.start();
        return reader;
    }

    private void read() {
        for (var turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
            try {
                readFrom(nodes.get(turn % nodes.size()));
                Thread.sleep(20);
            } catch (IOException | UncheckedIOException gone) {
                // on to the next
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private void readFrom(URI node) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.resolve("/api/v1/stream"))
                .header("Last-Event-ID", "" + last)
                .build();
        var response = HTTP.send(request, BodyHandlers.ofLines());
        try (var lines = response.body()) {
            if (response.statusCode() == 200) {
                lines.filter(line -> line.startsWith(ID)).forEach(this::heard);
            }
        }
    }

    private void heard(String line) {
        var position = Long.parseLong(line.substring(ID.length()));
        positions.add(position);
        last = position;
    }

    /** What it has heard up to and including a position, in the order it came; waits for it. */
    List<Long> until(long position) throws InterruptedException {
        var heard = new ArrayList<Long>();
        while (heard.isEmpty() || heard.getLast() < position) {
            var next = positions.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("position " + position + " did not come; the last was " + last);
            }
            heard.add(next);
        }
        return heard;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
