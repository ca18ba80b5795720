package io.decklog.command.health;

import io.decklog.wiring.health.PromptHealth;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether an event could be appended now. A few bytes go through all that an event goes through, the commit on disk and
 * on synchronous standbys included, but into no table: PostgreSQL's log takes them as a message to nobody.
 */
final class WriteCheck {

    private static final int PATIENCE_SECONDS = 5;

    /** In this order: a standby and a read-only session would refuse the message. */
    private static final String WRITE = """
            SELECT CASE
                WHEN pg_is_in_recovery() THEN 'the database is a standby, which takes no writes'
                WHEN current_setting('transaction_read_only')::boolean THEN 'the database is read-only'
                WHEN NOT has_table_privilege(?, 'INSERT')
                    THEN 'the user of the database may not append to the log'
                WHEN pg_logical_emit_message(true, 'decklog', 'health') IS NOT NULL THEN ''
            END
            """;

    private final JdbcTemplate jdbc;
    private final String table;

    /** @param table into which each command writes */
    WriteCheck(DataSource database, String table) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setQueryTimeout(PATIENCE_SECONDS);
        this.table = table;
    }

    Health health() {
        try {
            var obstacle = jdbc.queryForObject(WRITE, String.class, table);
            return obstacle == null || obstacle.isEmpty() ? Health.up().build() : PromptHealth.down(obstacle);
        } catch (CannotGetJdbcConnectionException away) {
            return PromptHealth.down("the database cannot be reached");
        }
    }
}
