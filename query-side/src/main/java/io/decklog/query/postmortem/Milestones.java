package io.decklog.query.postmortem;

import io.decklog.query.incident.Incident;
import io.decklog.query.postmortem.Postmortem.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an incident reached what. */
final class Milestones {

    private Milestones() {}

    static List<Milestone> of(Incident incident) {
        return Stream.of(
                        milestone("started", incident.startedAt()),
                        milestone("detected", incident.detectedAt()),
                        milestone("declared", incident.line().declaredAt()),
                        milestone("mitigated", incident.mitigatedAt()),
                        milestone("resolved", incident.line().resolvedAt()),
                        milestone("closed", incident.closedAt()),
                        milestone("cancelled", incident.cancelledAt()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Milestone> milestone(String name, @Nullable Instant at) {
        return Optional.ofNullable(at).map(known -> new Milestone(name, known));
    }
}
