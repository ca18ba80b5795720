package io.decklog.wiring.connection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection for work that may take longer than a request may: a migration, a rebuild, a comparison. It waits for its
 * database as long as that is there, which keep-alive probes tell.
 */
public final class PatientConnection {

    private static final int FOR_EVER = 0;

    private PatientConnection() {}

    /** The same connection. The pool sees to it that the next one who gets it is not as patient. */
    public static Connection of(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, FOR_EVER);
        return connection;
    }
}
