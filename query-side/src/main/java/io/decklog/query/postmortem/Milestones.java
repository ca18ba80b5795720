package io.decklog.query.postmortem;

import io.decklog.query.incident.Incident;
import io.decklog.query.postmortem.Postmortem.Milestone;
import io.decklog.query.postmortem.Postmortem.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an incident reached what, and how long that took. */
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

    /** From the beginning of the trouble where that is known, else from the declaration. */
    static List<Span> spans(Incident incident) {
        var start = incident.startedAt() == null ? incident.line().declaredAt() : incident.startedAt();
        return Stream.of(
                        span("to detect", incident.startedAt(), incident.detectedAt()),
                        span(
                                "to declare",
                                incident.detectedAt(),
                                incident.line().declaredAt()),
                        span("to mitigate", start, incident.mitigatedAt()),
                        span("to resolve", start, incident.line().resolvedAt()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Milestone> milestone(String name, @Nullable Instant at) {
        return Optional.ofNullable(at).map(known -> new Milestone(name, known));
    }

    /** A record may contradict itself; a span that would be negative is not told. */
    private static Optional<Span> span(String name, @Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from)
                ? Optional.empty()
                : Optional.of(
                        new Span(name, from, to, Duration.between(from, to).toSeconds()));
    }
}
