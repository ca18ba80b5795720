package io.decklog.wiring.schema;

import io.decklog.wiring.connection.PatientConnection;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Brings one database schema up to date when the process starts. Log, command side and query side have a schema and a
 * migration history each, so that a process brings up only what it uses.
 */
public final class SchemaMigration {

    private SchemaMigration() {}

    /**
     * @param schema the name of the schema, created if there is none
     * @param location where its migrations are, for example {@code classpath:db/log}
     */
    public static FlywayMigrationInitializer of(DataSource dataSource, String schema, String location) {
        return new FlywayMigrationInitializer(Flyway.configure()
                .dataSource(new Patient(dataSource))
                .schemas(schema)
                .defaultSchema(schema)
                .locations(location)
                .load());
    }

    /** A migration of a large log takes as long as it takes. */
    private static final class Patient extends DelegatingDataSource {

        Patient(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return PatientConnection.of(super.getConnection());
        }
    }
}
