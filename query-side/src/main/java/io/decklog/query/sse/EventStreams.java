package io.decklog.query.sse;

import io.decklog.wiring.web.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The streams that are open in this process. Each is served by the virtual thread of its request. When the process stops
 * they are ended before the server waits for its requests to end.
 */
@Component
public class EventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** How long a client waits before it comes back, unless it knows better. */
    private static final String RETRY = "retry: 1000\n\n";

    private final StreamSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<EventStream> open = new HashSet<>();
    private boolean running;

    EventStreams(StreamSettings settings, MeterRegistry meters) {
        this.settings = settings;
        Gauge.builder("decklog.streams.open", this::count)
                .description("Streams being served")
                .register(meters);
    }

    private int count() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    /** What is told on a stream. Ends by itself soon after the stream is closed. */
    @FunctionalInterface
    public interface Story {

        /** @throws IOException if the client is gone */
        void tell(EventStream stream) throws IOException;
    }

    /**
     * Answers a request with a story, and returns when it is told, the client is gone or the process stops. What fails
     * on the way ends the stream; the client comes back and goes on behind the last event it has.
     *
     * @throws ProblemException 503 {@code TOO_MANY_STREAMS}
     */
    public void serve(HttpServletRequest request, HttpServletResponse response, Story story) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        var stream = new EventStream(response.getOutputStream(), settings.heartbeat());
        admit(stream);
        try {
            stream.send(RETRY);
            story.tell(stream);
        } catch (IOException gone) {
            LOG.debug("The client of a stream is gone", gone);
        } catch (RuntimeException failure) {
            LOG.warn("A stream ends early", failure);
        } finally {
            dismiss(stream);
        }
    }

    private void admit(EventStream stream) {
        lock.lock();
        try {
            if (!running || open.size() >= settings.clients()) {
                throw new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_STREAMS", "no more streams are served right now");
            }
            open.add(stream);
        } finally {
            lock.unlock();
        }
    }

    private void dismiss(EventStream stream) {
        lock.lock();
        try {
            open.remove(stream);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Set<EventStream> closing;
        lock.lock();
        try {
            running = false;
            closing = Set.copyOf(open);
        } finally {
            lock.unlock();
        }
        closing.forEach(EventStream::close);
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }
}
