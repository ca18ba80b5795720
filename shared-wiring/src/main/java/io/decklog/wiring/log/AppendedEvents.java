package io.decklog.wiring.log;

import io.decklog.api.evolution.EventTypes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Counts what was appended to the log: after the commit, so that nothing is counted that is not there. */
final class AppendedEvents implements MessageDispatchInterceptor<EventMessage<?>> {

    private final MeterProvider<Counter> appended;

    AppendedEvents(MeterRegistry meters) {
        appended = Counter.builder("decklog.events.appended")
                .description("Events this process appended to the log")
                .withRegistry(meters);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root().afterCommit(_ -> messages.forEach(this::count)));
        return (_, message) -> message;
    }

    private void count(EventMessage<?> event) {
        EventTypes.nameOf(event.getPayloadType())
                .ifPresent(type -> appended.withTag("type", type).increment());
    }
}
