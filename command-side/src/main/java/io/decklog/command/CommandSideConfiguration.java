package io.decklog.command;

import io.decklog.wiring.SharedWiringConfiguration;
import io.decklog.wiring.axonserver.AxonServerLogConfiguration;
import io.decklog.wiring.engine.ConditionalOnEngine;
import io.decklog.wiring.engine.Engine;
import io.decklog.wiring.log.PostgresLogConfiguration;
import io.decklog.wiring.schema.SchemaMigration;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** Everything the command side consists of. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, // both sides have a DecisionController
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CommandSide.class))
@Import(SharedWiringConfiguration.class)
public class CommandSideConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnEngine(Engine.POSTGRESQL)
    @Import(PostgresLogConfiguration.class)
    static class OnPostgres {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnEngine(Engine.AXON_SERVER)
    @Import(AxonServerLogConfiguration.class)
    static class OnAxonServer {}

    @Bean
    FlywayMigrationInitializer commandSideSchema(DataSource dataSource) {
        return SchemaMigration.of(dataSource, "command_side", "classpath:db/command");
    }
}
