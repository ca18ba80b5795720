package io.decklog.command.idempotency;

import io.decklog.api.incident.IncidentCommand;
import io.decklog.api.incident.Recorded;
import io.decklog.command.bookkeeping.Bookkeeping;
import io.decklog.wiring.log.LogPosition;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Answers a request whose key is known from memory, and remembers the answer to one whose key is not. Where the events
 * are in the same database, both are on disk or neither is: of two such requests in flight the one that commits second is
 * refused by the database, and tried again by the desk; it then finds the answer of the first.
 *
 * <p>Where they are not, the request says beforehand which entry it will record. If it was never answered, the log says
 * whether it was recorded.
 */
@Component
public class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** How long to leave a request alone that is under way, before it is looked at again. */
    private static final int PAUSE_MILLIS = 50;

    private final RememberedAnswers answers;
    private final RecordedEntries entries;
    private final Bookkeeping bookkeeping;

    IdempotencyInterceptor(RememberedAnswers answers, RecordedEntries entries, Bookkeeping bookkeeping) {
        this.answers = answers;
        this.entries = entries;
        this.bookkeeping = bookkeeping;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (!(unitOfWork.getMessage().getPayload() instanceof IncidentCommand command)) {
            return chain.proceed();
        }
        var request = IdempotentRequest.of(unitOfWork.getMessage().getMetaData());
        if (request.isEmpty()) {
            return pending(unitOfWork, (Recorded) chain.proceed());
        }
        var remembered = answers.find(request.get(), Answer.class).or(() -> unanswered(request.get(), command));
        if (remembered.isPresent()) {
            var answer = remembered.get();
            return PendingAnswer.of(new Answer(answer.recorded(), answer.position(), true));
        }
        var pending = pending(unitOfWork, (Recorded) chain.proceed());
        bookkeeping.intend(() -> answers.intend(
                request.get(), command.incidentId(), command.stamp().id()));
        bookkeeping.afterwards(() -> answers.remember(request.get(), pending.get()));
        return pending;
    }

    private static PendingAnswer pending(UnitOfWork<?> unitOfWork, Recorded recorded) {
        return PendingAnswer.of(recorded, () -> {
            var position = LogPosition.of(unitOfWork);
            return position.isPresent() ? position.getAsLong() : null;
        });
    }

    /**
     * What a request would have been answered whose process died, or whose answer was not remembered. Empty if nothing was
     * recorded for it yet.
     *
     * @throws DuplicateKeyException if another request with this key is under way: it must be waited for
     */
    private Optional<Answer> unanswered(IdempotentRequest request, IncidentCommand command) {
        if (!bookkeeping.keepsIntents()) {
            return Optional.empty();
        }
        var intent = answers.findIntent(request);
        if (intent.isEmpty()) {
            return Optional.empty();
        }
        var answer = entries.find(intent.get());
        if (answer.isPresent()) {
            bookkeeping.afterwards(() -> answers.remember(request, answer.get()));
        } else if (!intent.get().entry().equals(command.stamp().id())) {
            throw underWay();
        }
        return answer;
    }

    private static DuplicateKeyException underWay() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new DuplicateKeyException("a request with this Idempotency-Key is under way");
    }
}
