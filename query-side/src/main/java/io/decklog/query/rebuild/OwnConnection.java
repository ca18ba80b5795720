package io.decklog.query.rebuild;

import io.decklog.wiring.connection.PatientConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection in one long transaction, for work that takes longer than a request. What is not committed is rolled back. */
final class OwnConnection implements AutoCloseable {

    private final Connection connection;
    private final JdbcTemplate jdbc;

    private OwnConnection(Connection connection) {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    static OwnConnection open(DataSource dataSource) {
        try {
            var connection = PatientConnection.of(dataSource.getConnection());
            connection.setAutoCommit(false);
            return new OwnConnection(connection);
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("there is no connection for long work", away);
        }
    }

    /** Sees from now on what there is at the first query, and nothing of what is written later. */
    OwnConnection onOneMoment() {
        jdbc.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        return this;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    NamedParameterJdbcTemplate named() {
        return new NamedParameterJdbcTemplate(jdbc);
    }

    Savepoint savepoint() {
        return asking(Connection::setSavepoint);
    }

    void rollBackTo(Savepoint savepoint) {
        asking(it -> {
            it.rollback(savepoint);
            return savepoint;
        });
    }

    void commit() {
        asking(it -> {
            it.commit();
            return it;
        });
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T asking(Question<T> question) {
        try {
            return question.ask(connection);
        } catch (SQLException failure) {
            throw jdbc.getExceptionTranslator().translate("transaction", null, failure);
        }
    }

    @Override
    public void close() {
        asking(it -> {
            try (it) {
                it.rollback();
                it.setAutoCommit(true);
            }
            return it;
        });
    }
}
