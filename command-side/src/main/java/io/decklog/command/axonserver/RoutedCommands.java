package io.decklog.command.axonserver;

import io.decklog.api.incident.ImportIncident;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * Sends a command to the node that takes those of its incident. What failed there, fails here with the exception it was. No
 * answer within half a minute counts as Axon Server being away: nobody knows then whether it was recorded.
 *
 * <p>An import is handled where its job runs: with all its entries it can be larger than a message may be. Should another
 * node write to the same incident meanwhile, the log says so.
 */
final class RoutedCommands implements CommandBus, Lifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AxonServerCommandBus routed;

    RoutedCommands(AxonServerCommandBus routed) {
        this.routed = routed;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, NoOpCallback.INSTANCE);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        var answer = new CompletableFuture<CommandResultMessage<? extends R>>()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        CommandBus bus = command.getPayloadType().equals(ImportIncident.class) ? routed.localSegment() : routed;
        bus.<C, R>dispatch(command, (_, result) -> answer.complete(result));
        var _ = answer.exceptionally(GenericCommandResultMessage::new)
                .thenAccept(result -> callback.onResult(command, asThrown(result)));
    }

    private static <R> CommandResultMessage<? extends R> asThrown(CommandResultMessage<? extends R> result) {
        return result.isExceptional()
                ? new GenericCommandResultMessage<>(Failure.thrown(result.exceptionResult()))
                : result;
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return routed.subscribe(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return routed.registerHandlerInterceptor(handlerInterceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        return routed.registerDispatchInterceptor(dispatchInterceptor);
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        routed.registerLifecycleHandlers(lifecycle);
    }
}
