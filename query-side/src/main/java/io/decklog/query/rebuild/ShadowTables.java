package io.decklog.query.rebuild;

import io.decklog.query.projection.ProjectionSchema;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Empty doubles of tables, in a schema of their own: there they can have the names of the originals, and so can their
 * indexes and constraints. What they look like is taken from the originals as the migrations have left them. All of it
 * happens in one transaction, so that nobody else ever sees them and nothing of them stays if it does not end well.
 */
final class ShadowTables {

    private static final String LIVE = ProjectionSchema.NAME;

    private final JdbcOperations connection;
    private final String schema;
    private final String kind;

    private ShadowTables(JdbcOperations connection, String schema, String kind) {
        this.connection = connection;
        this.schema = schema;
        this.kind = kind;
        connection.execute("CREATE SCHEMA " + schema);
        connection.execute(
                "SELECT set_config('search_path', '%s, ' || current_setting('search_path'), true)".formatted(schema));
    }

    /** Doubles that will be the originals. Until its end the transaction finds them under the names of the tables. */
    static ShadowTables toTakePlace(JdbcOperations connection, String projection) {
        return new ShadowTables(connection, "rebuild_" + projection, "");
    }

    /** Doubles to compare the originals with; any number of connections can have theirs at a time. */
    static ShadowTables toCompare(JdbcOperations connection) {
        var process = connection.queryForObject("SELECT pg_backend_pid()", Integer.class);
        return new ShadowTables(connection, "verification_" + process, "UNLOGGED");
    }

    /** The name of a double, whatever the search path is. */
    String qualified(String table) {
        return schema + '.' + table;
    }

    /** Makes a double of each table, without keys and indexes: these are quicker made of rows that are there. */
    void create(Collection<String> tables) {
        for (var table : tables) {
            connection.execute("""
                    CREATE %4$s TABLE %1$s.%3$s (LIKE %2$s.%3$s INCLUDING ALL EXCLUDING INDEXES)
                    """.formatted(schema, LIVE, table, kind));
            run("""
                    SELECT format('ALTER TABLE %1$s.%%I ALTER COLUMN %%I SET STATISTICS %%s', ?::text, attname, attstattarget)
                    FROM pg_attribute
                    WHERE attrelid = '%2$s.%3$s'::regclass AND attnum > 0 AND attstattarget >= 0
                    """, table);
            run("""
                    SELECT format('COMMENT ON TABLE %1$s.%%I IS %%L', ?::text, obj_description('%2$s.%3$s'::regclass))
                    """, table);
        }
    }

    /**
     * Makes keys and indexes, and tells the planner what is in the tables.
     *
     * @param each is called after each table
     */
    void index(Collection<String> tables, Runnable each) {
        for (var table : tables) {
            run("""
                    SELECT format('ALTER TABLE %1$s.%%I ADD CONSTRAINT %%I %%s', ?::text, conname, pg_get_constraintdef(oid))
                    FROM pg_constraint WHERE conrelid = '%2$s.%3$s'::regclass AND contype IN ('p', 'u', 'x')
                    """, table);
            run("""
                    SELECT replace(pg_get_indexdef(indexrelid), ' ON %2$s.', ' ON %1$s.')
                    FROM pg_index
                    WHERE indrelid = '%2$s.%3$s'::regclass AND ?::text IS NOT NULL
                      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
                    """, table);
            connection.execute("ANALYZE %s.%s".formatted(schema, table));
            each.run();
        }
    }

    /** Lets nobody clean up the originals any more; readers and writers are not in the way of that, nor it in theirs. */
    void keepCleanersAway(Collection<String> tables) {
        lock(tables, "SHARE UPDATE EXCLUSIVE");
    }

    /** Puts the doubles in the place of the originals, which are gone then. */
    void takePlace(Collection<String> tables) {
        lock(tables, "ACCESS EXCLUSIVE");
        connection.execute("DROP TABLE " + originals(tables));
        tables.forEach(table -> connection.execute("ALTER TABLE %s.%s SET SCHEMA %s".formatted(schema, table, LIVE)));
        connection.execute("DROP SCHEMA " + schema);
    }

    private void lock(Collection<String> tables, String mode) {
        connection.execute("LOCK TABLE %s IN %s MODE".formatted(originals(tables), mode));
    }

    private static String originals(Collection<String> tables) {
        return tables.stream().map(table -> LIVE + '.' + table).collect(Collectors.joining(", "));
    }

    /** Runs the statements a query makes out of the catalog. */
    private void run(String query, String table) {
        connection
                .query(query.formatted(schema, LIVE, table), (row, _) -> row.getString(1), table)
                .forEach(connection::execute);
    }
}
