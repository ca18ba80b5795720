package io.decklog.command.idempotency;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.Recorded;
import io.decklog.wiring.log.LogPosition;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Answers a request whose key is known from memory, and remembers the answer to one whose key is not, in the transaction
 * of the events it stands for: either both are on disk or neither is. Of two such requests in flight the one that commits
 * second is refused by the database, and tried again by the desk; it then finds the answer of the first.
 */
@Component
public class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final RememberedAnswers answers;

    IdempotencyInterceptor(RememberedAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (!(unitOfWork.getMessage().getPayload() instanceof IncidentCommand)) {
            return chain.proceed();
        }
        var request = IdempotentRequest.of(unitOfWork.getMessage().getMetaData());
        if (request.isEmpty()) {
            return pending(unitOfWork, (Recorded) chain.proceed());
        }
        var remembered = answers.find(request.get(), Answer.class);
        if (remembered.isPresent()) {
            var answer = remembered.get();
            return new PendingAnswer(answer.recorded(), answer.position(), true);
        }
        var pending = pending(unitOfWork, (Recorded) chain.proceed());
        unitOfWork.onPrepareCommit(unit -> answers.remember(request.get(), pending.get()));
        return pending;
    }

    private static PendingAnswer pending(UnitOfWork<?> unitOfWork, Recorded recorded) {
        var pending = new PendingAnswer(recorded, null, false);
        unitOfWork.onPrepareCommit(unit -> LogPosition.of(unit).ifPresent(pending::appendedAt));
        return pending;
    }
}
