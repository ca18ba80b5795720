package io.decklog.command.health;

import io.decklog.wiring.axonserver.AxonServerHead;
import io.decklog.wiring.health.PromptHealth;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Whether an event could be appended to the log in Axon Server: it is connected, has taken the commands this node handles,
 * and answers for its event store; and the database beside it takes what is written about a command. Whether its disk takes
 * more is not tried out: a log that cannot be rewritten should not hold trials.
 */
final class AxonServerCheck {

    private final AxonServerConnectionManager connections;
    private final AxonServerHead head;
    private final WriteCheck beside;

    AxonServerCheck(AxonServerConnectionManager connections, AxonServerHead head, WriteCheck beside) {
        this.connections = connections;
        this.head = head;
        this.beside = beside;
    }

    Health health() {
        var connection = connections.getConnection();
        if (!connection.isConnected()) {
            return PromptHealth.down("Axon Server cannot be reached");
        }
        if (!connection.isReady()) {
            return PromptHealth.down("Axon Server does not take the commands of this process yet");
        }
        try {
            head.position();
        } catch (DataAccessResourceFailureException away) {
            return PromptHealth.down("the event store of Axon Server does not answer");
        }
        var database = beside.health();
        return database.getStatus().equals(Status.UP) ? Health.up().build() : database;
    }
}
