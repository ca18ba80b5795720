package io.decklog.command.axonserver;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the commands of this node's incidents, whichever node was asked. What fails, fails with a {@link Failure} as its
 * details; that holds also for what goes wrong when the events are appended.
 */
final class HandledHere implements CommandBus {

    private static final Logger LOG = LoggerFactory.getLogger(HandledHere.class);

    private final CommandBus handlers;

    HandledHere(CommandBus handlers) {
        this.handlers = handlers;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, NoOpCallback.INSTANCE);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        handlers.<C, R>dispatch(command, (message, result) -> callback.onResult(message, described(message, result)));
    }

    private static <R> CommandResultMessage<? extends R> described(
            CommandMessage<?> command, CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return result;
        }
        var failure = Failure.of(result.exceptionResult());
        if (failure.kind() == Failure.Kind.FAULT) {
            LOG.error("{} failed for no fault of its own", command.getCommandName(), result.exceptionResult());
        }
        return new GenericCommandResultMessage<>(new CommandExecutionException(failure.message(), null, failure));
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return handlers.subscribe(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return handlers.registerHandlerInterceptor(handlerInterceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        return handlers.registerDispatchInterceptor(dispatchInterceptor);
    }
}
