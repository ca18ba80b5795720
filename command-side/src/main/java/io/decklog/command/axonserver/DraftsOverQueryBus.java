package io.decklog.command.axonserver;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.postmortem.DraftPostmortem;
import io.decklog.api.postmortem.DraftPostmortem.Answer;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.wiring.axonserver.AxonServerHead;
import io.decklog.wiring.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.springframework.http.HttpStatus;

/** Asks whichever query node Axon Server finds, which answers once it has seen all of the log there was. */
final class DraftsOverQueryBus implements PostmortemDrafts {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final QueryBus queries;
    private final AxonServerHead head;

    DraftsOverQueryBus(QueryBus queries, AxonServerHead head) {
        this.queries = queries;
        this.head = head;
    }

    @Override
    public Draft draft(IncidentId incident) {
        var draft = ask(new DraftPostmortem(incident, head.position())).draft();
        if (draft == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + incident);
        }
        return draft;
    }

    private Answer ask(DraftPostmortem question) {
        try {
            return answer(queries.query(new GenericQueryMessage<>(
                            new GenericMessage<>(question),
                            DraftPostmortem.NAME,
                            ResponseTypes.instanceOf(Answer.class)))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException none) {
            throw unavailable();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static Answer answer(QueryResponseMessage<Answer> response) {
        if (response.isExceptional()) {
            throw unavailable();
        }
        return response.getPayload();
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "DRAFT_UNAVAILABLE",
                "no query side that has seen the whole log answers through Axon Server");
    }
}
