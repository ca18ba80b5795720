package io.decklog.query.live;

import io.decklog.query.sse.EventStream;
import io.decklog.wiring.web.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** One follower from its coming to its leaving. */
final class Listening implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Follower follower;
    private final Tails tails;
    private final History history;
    private final Audience audience;

    Listening(Follower follower, Tails tails, History history) {
        this.follower = follower;
        this.tails = tails;
        this.history = history;
        this.audience = tails.come();
    }

    /**
     * From here on the follower misses nothing, and hears of nothing that was in the log before; if the projection stays
     * behind, it hears of the latest that was.
     *
     * @param head the end of the log
     * @throws ProblemException 503 {@code NOT_CAUGHT_UP} if nothing can be told
     */
    void fromNow(long head) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!audience.joinNow(follower, head)) {
            if (System.nanoTime() - deadline > 0) {
                fromWhereItIs();
                return;
            }
            Thread.sleep(Duration.ofMillis(1));
        }
    }

    private void fromWhereItIs() {
        if (!audience.joinNow(follower, 0)) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "NOT_CAUGHT_UP", "the end of the log cannot be told yet");
        }
    }

    void tell(EventStream stream) throws IOException {
        stream.onClose(follower::end);
        catchUp(stream);
        while (!follower.hasEnded()) {
            var changes = follower.await(stream.heartbeat());
            if (!changes.isEmpty()) {
                send(changes, stream);
            } else if (!follower.hasEnded()) {
                stream.beat();
            }
        }
    }

    /** Who has joined already, or is not far behind, reads nothing here. */
    private void catchUp(EventStream stream) throws IOException {
        while (!follower.hasEnded() && !audience.join(follower)) {
            var told = audience.told();
            var page = told.isPresent() ? history.next(follower, told.getAsLong()) : Optional.<History.Page>empty();
            if (page.isPresent()) {
                send(page.get().changes(), stream);
                follower.passOver(page.get().end());
            } else {
                stream.pause(PAUSE);
            }
        }
    }

    private void send(List<Change> changes, EventStream stream) throws IOException {
        if (!changes.isEmpty()) {
            var named = follower.incident() == null;
            stream.send(changes.stream().map(change -> change.event(named)).collect(Collectors.joining()));
        }
    }

    @Override
    public void close() {
        audience.leave(follower);
        follower.end();
        tails.leave();
    }
}
