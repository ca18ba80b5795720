package io.decklog.wiring.axonserver;

import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.decklog.wiring.web.ProblemException;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.axonserver.connector.util.GrpcMessageSizeExceededException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;

/** Says of what Axon Server's connector throws what it means to us. */
public final class AxonServerAway {

    private AxonServerAway() {}

    /**
     * A lost race as the {@link ConcurrencyException} it is; what comes of the server being away, or of its not answering in
     * time, as the failure a database that is away would be; anything else as it came. Whatever was being appended when
     * the connection broke may or may not be in the log.
     */
    public static RuntimeException explain(Throwable failure) {
        return lostRace(failure)
                .or(() -> tooLarge(failure))
                .or(() -> causes(failure).anyMatch(AxonServerAway::isOfServer)
                        ? Optional.of(away(failure))
                        : Optional.empty())
                .orElseGet(() ->
                        failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure));
    }

    static DataAccessResourceFailureException away(Throwable failure) {
        return new DataAccessResourceFailureException("Axon Server does not answer: " + failure.getMessage(), failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<RuntimeException> lostRace(Throwable failure) {
        return causes(failure)
                .map(cause -> cause instanceof StatusRuntimeException ? GrpcExceptionParser.parse(cause) : cause)
                .filter(ConcurrencyException.class::isInstance)
                .findFirst()
                .map(ConcurrencyException.class::cast);
    }

    private static Optional<RuntimeException> tooLarge(Throwable failure) {
        return causes(failure).anyMatch(GrpcMessageSizeExceededException.class::isInstance)
                ? Optional.of(new ProblemException(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "TOO_LARGE",
                        "it is larger than Axon Server takes, see decklog.axon-server.max-message"))
                : Optional.empty();
    }

    private static boolean isOfServer(Throwable cause) {
        return cause instanceof StatusRuntimeException
                || cause instanceof StatusException
                || cause instanceof StreamClosedException
                || cause instanceof TimeoutException
                || cause instanceof ExecutionException
                || cause instanceof io.axoniq.axonserver.connector.AxonServerException
                || cause.getClass().getName().startsWith("org.axonframework.axonserver.connector.");
    }
}
