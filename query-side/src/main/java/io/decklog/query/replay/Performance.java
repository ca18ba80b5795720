package io.decklog.query.replay;

import io.decklog.query.sse.EventStream;
import java.io.IOException;
import java.time.Duration;

/** Plays to one client in real time. */
record Performance(EventStream stream, long begun) implements Player.Stage {

    static Performance on(EventStream stream) {
        return new Performance(stream, System.nanoTime());
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void pause(Duration time) throws IOException {
        stream.pause(time);
    }

    @Override
    public boolean isOpen() {
        return stream.isOpen();
    }

    @Override
    public void send(String events) throws IOException {
        stream.send(events);
    }
}
