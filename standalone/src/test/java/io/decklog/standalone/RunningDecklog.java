package io.decklog.standalone;

import io.decklog.wiring.test.RestClient;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Decklog on throw-away data for every test that asks for it or for a client of it: starting it is what takes time.
 * Each test declares incidents of its own.
 */
final class RunningDecklog implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == RestClient.class || type == DecklogServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var server = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningDecklog.class))
                .computeIfAbsent(
                        DecklogServer.class,
                        type -> DecklogServer.startOnThrowAwayData("127.0.0.1", 0, notice -> {}),
                        DecklogServer.class);
        return parameter.getParameter().getType() == RestClient.class ? new RestClient(server.address()) : server;
    }
}
