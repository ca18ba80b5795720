package io.decklog.wiring.axonserver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.dao.DataAccessResourceFailureException;

/** How far the log goes that Axon Server keeps. Its tokens count from 0, positions from 1. */
public final class AxonServerHead {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AxonServerConnectionManager connections;

    AxonServerHead(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    /**
     * The position of the last event there is; 0 in an empty log.
     *
     * @throws DataAccessResourceFailureException if it does not say within two seconds
     */
    public long position() {
        return answered(connections.getConnection().eventChannel().getLastToken()) + 1;
    }

    private static long answered(CompletableFuture<Long> token) {
        try {
            return token.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw AxonServerAway.away(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AxonServerAway.away(stopped);
        }
    }
}
