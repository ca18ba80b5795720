package io.decklog.command.incident;

import io.decklog.api.incident.ImportIncident;
import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.LifecycleCommand.DeclareIncident;
import io.decklog.api.incident.RejectionCode;
import io.decklog.command.idempotency.Answer;
import io.decklog.command.idempotency.PendingAnswer;
import io.decklog.command.incident.CommandMetrics.Outcome;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Where commands are handed in. One writer per incident at a time on this node, lined up before it takes a database
 * connection; a race lost to another node is run again. That there is nothing to record, or that a rule forbids it, is
 * believed only on the second try: the first may have come from a state another node has moved on, and threw that state
 * out of the cache.
 */
@Component
class CommandDesk {

    /** On several nodes that all write to one incident a writer loses most races; so many in a row it does not. */
    private static final int MAX_TRIES = 100;

    private final CommandBus commandBus;
    private final CommandMetrics metrics;
    private final PessimisticLockFactory writers = PessimisticLockFactory.usingDefaults();

    CommandDesk(CommandBus commandBus, CommandMetrics metrics) {
        this.commandBus = commandBus;
        this.metrics = metrics;
    }

    /** @throws IncidentRejected if a rule forbids it; nothing was recorded then */
    Answer accept(IncidentCommand command, Map<String, String> metaData) {
        var name = command instanceof DeclareIncident ? DeclareIncident.class.getName() : IncidentCommand.NAME;
        return metrics.measured(
                command,
                () -> inTurn(
                                command.incidentId(),
                                secondLook -> dispatch(command, name, told(metaData, secondLook), PendingAnswer.class))
                        .get(),
                Outcome::of);
    }

    /** @throws IncidentRejected if a rule forbids one of its entries; nothing was recorded then */
    Imported accept(ImportIncident command, Map<String, String> metaData) {
        var name = ImportIncident.class.getName();
        return metrics.measured(
                command,
                () -> inTurn(command.incidentId(), _ -> dispatch(command, name, metaData, Imported.class)),
                Outcome::of);
    }

    private static Map<String, String> told(Map<String, String> metaData, boolean secondLook) {
        if (!secondLook) {
            return metaData;
        }
        var told = new HashMap<>(metaData);
        told.put(Incident.SECOND_LOOK, "true");
        return told;
    }

    /** Hands a command in, for the first or for the second time. */
    @FunctionalInterface
    private interface Dispatch<R> {
        R handIn(boolean secondLook);
    }

    private <R> R inTurn(IncidentId incident, Dispatch<R> dispatch) {
        try (var _ = writers.obtainLock(incident.toString())) {
            return tried(incident, dispatch, 1, false);
        }
    }

    private <R> R tried(IncidentId incident, Dispatch<R> dispatch, int attempt, boolean secondLook) {
        try {
            return dispatch.handIn(secondLook);
        } catch (AggregateStreamCreationException taken) {
            throw new IncidentRejected(RejectionCode.ID_TAKEN, "this id is the id of another incident", "id");
        } catch (AggregateNotFoundException unknown) {
            throw new IncidentRejected(RejectionCode.UNKNOWN_INCIDENT, "there is no incident " + incident);
        } catch (ConcurrencyException | DuplicateKeyException lostRace) {
            if (attempt == MAX_TRIES) {
                throw new ConcurrencyFailureException("every race was lost", lostRace);
            }
            return tried(incident, dispatch, attempt + 1, secondLook);
        } catch (IncidentRejected | NothingToRecord unless) {
            if (secondLook) {
                throw unless;
            }
            return tried(incident, dispatch, attempt, true);
        }
    }

    private <R> R dispatch(Object command, String name, Map<String, String> metaData, Class<R> answer) {
        var callback = new FutureCallback<Object, Object>();
        commandBus.dispatch(new GenericCommandMessage<>(new GenericMessage<>(command, metaData), name), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return answer.cast(result.getPayload());
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
