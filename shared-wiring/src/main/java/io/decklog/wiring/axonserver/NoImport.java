package io.decklog.wiring.axonserver;

import io.decklog.wiring.log.ImportableLog;
import io.decklog.wiring.log.file.LoggedEvent;
import io.decklog.wiring.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A whole log is not put into Axon Server: its events, the ids they take and the numbers of their incidents would have to come
 * to be together, in two places.
 */
final class NoImport implements ImportableLog {

    @Override
    public Stretch after(long position, int limit) {
        throw refused();
    }

    @Override
    public long append(long end, List<LoggedEvent> events) {
        throw refused();
    }

    private static ProblemException refused() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "ENGINE_TAKES_NO_LOG",
                "a whole log is taken in on PostgreSQL only, not on Axon Server");
    }
}
