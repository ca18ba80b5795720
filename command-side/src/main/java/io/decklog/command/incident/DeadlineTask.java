package io.decklog.command.incident;

import io.decklog.api.incident.Attribution;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentRejected;
import io.decklog.api.incident.Stamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is done at a deadline: the log is asked whether it was missed. Asked again, it records nothing again. */
@Component
class DeadlineTask {

    static final String NAME = "deadline";

    /** In whose name the log says that something was not done. */
    static final String AUTHOR = "decklog";

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineTask.class);

    private final Deadlines deadlines;
    private final CommandDesk desk;
    private final Clock clock;

    DeadlineTask(Deadlines deadlines, CommandDesk desk, Clock clock) {
        this.deadlines = deadlines;
        this.desk = desk;
        this.clock = clock;
    }

    /** The name of one deadline in the schedule. It holds ids and a time, and nothing anybody wrote. */
    static String instance(IncidentId incident, Deadline deadline) {
        return String.join(
                "/", deadline.kind().name(), incident.toString(), deadline.subject() + "", deadline.at() + "");
    }

    /** The first moment at which it has passed. */
    static Instant executionTime(Deadline deadline) {
        return deadline.at().plus(1, ChronoUnit.MICROS);
    }

    /** @return whether it is done with; not so if the clock of this node has not come to the deadline yet */
    boolean run(String instance) {
        var parts = instance.split("/", -1);
        var incident = IncidentId.valueOf(parts[1]);
        var deadline =
                new Deadline(Deadline.Kind.valueOf(parts[0]), UUID.fromString(parts[2]), Instant.parse(parts[3]));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!now.isAfter(deadline.at())) {
            return false;
        }
        var stamp = new Stamp(
                deadline.entryId(incident), new Attribution(AUTHOR, AUTHOR, null), deadline.at(), now, null, null);
        try {
            desk.accept(deadlines.policyOf(deadline.kind()).command(incident, stamp, deadline.subject()), Map.of());
        } catch (IncidentRejected refused) {
            LOG.warn("The deadline {} is given up: {}", instance, refused.getMessage());
        }
        return true;
    }
}
