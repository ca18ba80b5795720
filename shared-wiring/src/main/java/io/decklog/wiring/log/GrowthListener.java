package io.decklog.wiring.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears from the other processes on the same log when they have appended to it. One connection is kept for that, and
 * another is made when it breaks. What was announced in between is looked for as soon as it listens again.
 */
final class GrowthListener implements SmartLifecycle {

    /** What operators see the connection by. */
    static final String NAME = "decklog-listener";

    private static final Logger LOG = LoggerFactory.getLogger(GrowthListener.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** After so long without a notice the connection is tried out: nobody else would tell that it is gone. */
    private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

    /** How often to see whether it is to stop. */
    private static final int BREATH_MILLIS = 250;

    private static final int PATIENCE_SECONDS = 5;

    private final DataSource dataSource;
    private final PostgresEventStore store;
    private final GrowthAnnouncer self;
    private volatile @Nullable Thread thread;

    GrowthListener(DataSource dataSource, PostgresEventStore store, GrowthAnnouncer self) {
        this.dataSource = dataSource;
        this.store = store;
        this.self = self;
    }

    /** The first to start and the last to stop: until then somebody may wait for what others record. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        var listening = Thread.ofVirtual().name("growth-listener").unstarted(this::work);
        thread = listening;
        listening.start();
    }

    private void work() {
        try {
            while (isRunning()) {
                listenOnOneConnection();
                Thread.sleep(isRunning() ? PAUSE_AFTER_FAILURE : Duration.ZERO);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnOneConnection() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET application_name = '" + NAME + "'");
            statement.execute("LISTEN " + GrowthAnnouncer.CHANNEL);
            store.lookForMore();
            hear(connection);
            statement.execute("UNLISTEN *");
            statement.execute("RESET application_name");
        } catch (SQLException failure) {
            if (isRunning()) {
                LOG.warn("What other processes record is noticed later than usual: {}", failure.getMessage());
            }
        }
    }

    /** Until it is to stop, or the connection breaks. */
    private void hear(Connection connection) throws SQLException {
        var notices = connection.unwrap(PGConnection.class);
        var aliveAt = System.nanoTime();
        while (isRunning()) {
            var heard = notices.getNotifications(BREATH_MILLIS);
            if (heard != null && heard.length > 0) {
                aliveAt = System.nanoTime();
                if (!Arrays.stream(heard).allMatch(self::hasSent)) {
                    store.lookForMore();
                }
            } else if (System.nanoTime() - aliveAt > SILENCE_NANOS) {
                demandValid(connection);
                aliveAt = System.nanoTime();
            }
        }
    }

    private static void demandValid(Connection connection) throws SQLException {
        if (!connection.isValid(PATIENCE_SECONDS)) {
            throw new SQLException("the connection that listens is gone");
        }
    }

    @Override
    public void stop() {
        var listening = thread;
        thread = null;
        if (listening != null) {
            try {
                listening.join(Duration.ofSeconds(PATIENCE_SECONDS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
