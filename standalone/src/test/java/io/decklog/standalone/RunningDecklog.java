package io.decklog.standalone;

import io.decklog.command.CommandSideConfiguration;
import io.decklog.query.QuerySideConfiguration;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.RestClient;
import io.decklog.wiring.test.TestDatabase;
import java.net.URI;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * One Decklog on throw-away data for every test that asks for a client of it or for its database: starting it is what
 * takes time. Each test declares incidents of its own. Where tests are to run on a PostgreSQL of its own, it is both
 * sides in one process on that; else the standalone with what it brings along.
 */
final class RunningDecklog implements ParameterResolver, ExecutionCondition {

    private record Running(URI address, LogDatabase database, Runnable end) implements AutoCloseable {

        static Running start() {
            return TestDatabase.isEmbedded() ? standalone() : onServer();
        }

        private static Running standalone() {
            var folder = new ThrowAwayFolder();
            var server = DecklogServer.start(new ServerSettings(folder.path(), "127.0.0.1", 0), notice -> {});
            return new Running(server.address(), LogDatabase.in(folder.path()), () -> {
                server.close();
                folder.delete();
            });
        }

        private static Running onServer() {
            var database = TestDatabase.create();
            var application = new SpringApplicationBuilder(BothSides.class)
                    .run("--server.port=0", "--logging.level.root=WARN", "--spring.datasource.url=" + database);
            var port = application.getEnvironment().getRequiredProperty("local.server.port");
            return new Running(URI.create("http://127.0.0.1:" + port), new LogDatabase(database), application::close);
        }

        @Override
        public void close() {
            end.run();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({CommandSideConfiguration.class, QuerySideConfiguration.class})
    static class BothSides {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return new OnAnyPostgres.WhereThereIsOne().evaluateExecutionCondition(test);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == RestClient.class || type == LogDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var running = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningDecklog.class))
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
        return parameter.getParameter().getType() == RestClient.class
                ? new RestClient(running.address())
                : running.database();
    }
}
