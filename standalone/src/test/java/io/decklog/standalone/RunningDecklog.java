package io.decklog.standalone;

import io.decklog.wiring.test.RestClient;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Decklog on throw-away data for every test that asks for a client of it or for its database: starting it is what
 * takes time. Each test declares incidents of its own.
 */
final class RunningDecklog implements ParameterResolver {

    private record Running(ThrowAwayFolder folder, DecklogServer server) implements AutoCloseable {

        static Running start() {
            var folder = new ThrowAwayFolder();
            var settings = new ServerSettings(folder.path(), "127.0.0.1", 0);
            return new Running(folder, DecklogServer.start(settings, notice -> {}));
        }

        @Override
        public void close() {
            server.close();
            folder.delete();
        }
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
                ? new RestClient(running.server().address())
                : new LogDatabase(running.folder().path());
    }
}
