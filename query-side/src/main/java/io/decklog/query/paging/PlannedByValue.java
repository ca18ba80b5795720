package io.decklog.query.paging;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Runs queries whose best plan depends on the values asked for. Of a statement that comes often PostgreSQL keeps one plan for
 * all values; but a service with ten decisions wants another one than a service with a hundred thousand, and the wrong one
 * takes seconds.
 */
public final class PlannedByValue extends JdbcTemplate {

    private static final int NEVER = 0;

    public PlannedByValue(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
    }
}
