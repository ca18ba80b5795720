package io.decklog.wiring.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other processes that this one has appended to the log: after the commit and on a connection of its own,
 * because PostgreSQL lets transactions that notify commit only one after the other. However many commits there were since
 * the last notice, they make one. A notice that is lost is made up for by those who look for themselves now and then.
 */
final class GrowthAnnouncer {

    static final String CHANNEL = "decklog_log";

    private static final Logger LOG = LoggerFactory.getLogger(GrowthAnnouncer.class);

    /** Between two notices. Those who hear of them read the log each time. */
    private static final long PAUSE_MILLIS = 5;

    /** Nothing of a notice has to be on disk. */
    private static final String NOTIFY =
            "SELECT set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', ?)";

    private final DataSource dataSource;
    private final String sender = UUID.randomUUID().toString();
    private final Semaphore due = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("growth-announcer").unstarted(this::work);

    GrowthAnnouncer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start() {
        thread.start();
    }

    /** Returns at once. */
    void announce() {
        due.release();
    }

    /** Whether it is this one that has sent a notice. */
    boolean hasSent(PGNotification notice) {
        return sender.equals(notice.getParameter());
    }

    private void work() {
        try {
            while (true) {
                due.acquire();
                announceOnOneConnection();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void announceOnOneConnection() throws InterruptedException {
        try (var connection = dataSource.getConnection()) {
            while (true) {
                due.drainPermits();
                send(connection);
                Thread.sleep(PAUSE_MILLIS);
                due.acquire();
            }
        } catch (SQLException failure) {
            LOG.debug("Others have to find out by themselves that the log has grown", failure);
        }
    }

    private void send(Connection connection) throws SQLException {
        try (var notify = connection.prepareStatement(NOTIFY)) {
            notify.setString(1, sender);
            notify.execute();
        }
    }

    void stop() {
        thread.interrupt();
    }
}
