package io.decklog.query.live;

import io.decklog.query.position.ProjectionPositions;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.wiring.log.LogGrowth;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the end of the log and tells an audience what became of it, on one thread. An event is told once the timeline
 * projection has seen it, wherever that runs.
 */
final class LiveTail implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTail.class);

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(20);

    /** How long to wait for a hint before looking anyway. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Audience audience;
    private final SettledLog log;
    private final LogGrowth growth;
    private final Reading reading;
    private List<Logged> pending = List.of();
    private volatile boolean stopped;

    LiveTail(Audience audience, SettledLog log, LogGrowth growth, Reading reading) {
        this.audience = audience;
        this.log = log;
        this.growth = growth;
        this.reading = reading;
    }

    /** What the tail needs of the projection. */
    record Reading(ProjectionPositions positions, ChangedEntries entries) {

        List<Logged> projected(List<Logged> events) {
            var progress = positions.progress(ProjectionNames.TIMELINE);
            return events.stream()
                    .takeWhile(event -> progress.covers(event.position()))
                    .toList();
        }
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var watch = growth.watch()) {
                begin();
                follow(watch);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warn("The log cannot be followed right now: {}", failure.toString());
                pause(PATIENCE);
            }
        }
    }

    /** At the first try; after a failure it goes on where it was. */
    private void begin() {
        while (!stopped && log.position() < 0) {
            if (log.atHead()) {
                audience.begin(log.position());
            } else {
                pause(SHORT);
            }
        }
    }

    private void follow(LogGrowth.Watch watch) throws InterruptedException {
        while (!stopped) {
            if (pending.isEmpty()) {
                pending = log.next();
            }
            if (!pending.isEmpty()) {
                tell();
            } else if (log.isInDoubt()) {
                pause(SHORT);
            } else {
                watch.await(PATIENCE);
            }
        }
    }

    /** Forgets what is pending only when it is told, so that nothing is lost where the database is away in between. */
    private void tell() {
        var pause = SHORT;
        while (!stopped && !pending.isEmpty()) {
            var ready = reading.projected(pending);
            if (ready.isEmpty()) {
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            } else {
                audience.tell(reading.entries().of(ready), ready.getLast().position());
                pending = pending.subList(ready.size(), pending.size());
                pause = SHORT;
            }
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
