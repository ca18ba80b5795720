package io.decklog.query.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.IncidentNumber;
import io.decklog.api.incident.LifecycleEvent.IncidentDeclared;
import io.decklog.api.incident.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log of an incident says about when it reached what. This is where the rules stand: which of several entries
 * counts, and what leaves an incident out.
 *
 * @param declaration what was said when it was declared
 * @param declarationStruck whether that does not hold any more
 * @param severity as it stands
 * @param marks the entries that stand, in the order of the log
 */
record History(Declaration declaration, boolean declarationStruck, Severity severity, List<Mark> marks) {

    private static final Comparator<Mark> AS_IT_OCCURRED =
            Comparator.comparing(Mark::at).thenComparingLong(Mark::place);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Declaration(
            UUID entryId,
            IncidentNumber number,
            IncidentKind kind,
            List<String> services,
            Instant declaredAt,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt) {}

    static History of(IncidentDeclared e) {
        var declaration = new Declaration(
                e.stamp().id(),
                e.number(),
                e.kind(),
                e.services(),
                e.stamp().occurredAt(),
                e.startedAt(),
                e.detectedAt());
        return new History(declaration, false, e.severity(), List.of());
    }

    History severity(Severity newSeverity) {
        return new History(declaration, declarationStruck, newSeverity, marks);
    }

    History with(Mark mark) {
        var all = Stream.concat(marks.stream(), Stream.of(mark)).toList();
        return new History(declaration, declarationStruck, severity, all);
    }

    /** A cancelled incident stays cancelled when the entry that says so is struck, as its severity stays what it is. */
    History struck(UUID entry) {
        var standing = marks.stream()
                .filter(mark ->
                        mark.kind() == Mark.Kind.CANCELLED || !mark.entryId().equals(entry))
                .toList();
        var declarationGone = declarationStruck || declaration.entryId().equals(entry);
        return new History(declaration, declarationGone, severity, standing);
    }

    /** What it comes to. */
    Standing standing() {
        return new Standing(
                declaration.number(),
                declaration.kind(),
                severity,
                declaration.services(),
                declaration.declaredAt(),
                Stream.concat(declared(), marked()).toList(),
                exclusion());
    }

    private Stream<Reached> declared() {
        return declarationStruck
                ? Stream.empty()
                : Stream.of(
                                reached(Milestone.STARTED, declaration.startedAt()),
                                reached(Milestone.DETECTED, declaration.detectedAt()),
                                reached(Milestone.DECLARED, declaration.declaredAt()))
                        .flatMap(Optional::stream);
    }

    private Optional<Reached> reached(Milestone milestone, @Nullable Instant at) {
        return Optional.ofNullable(at).map(known -> new Reached(milestone, known, declaration.entryId()));
    }

    /** Of roles and decisions the first in the world counts; of ends the last in the log, unless it was reopened since. */
    private Stream<Reached> marked() {
        return Stream.of(
                        first(Mark.Kind.ROLE_TAKEN).map(mark -> reached(Milestone.ACKNOWLEDGED, mark)),
                        first(Mark.Kind.DECISION_TAKEN).map(mark -> reached(Milestone.DECIDED, mark)),
                        end(Mark.Kind.MITIGATED).map(mark -> reached(Milestone.MITIGATED, mark)),
                        end(Mark.Kind.RESOLVED).map(mark -> reached(Milestone.RESOLVED, mark)))
                .flatMap(Optional::stream);
    }

    private static Reached reached(Milestone milestone, Mark mark) {
        return new Reached(milestone, mark.at(), mark.entryId());
    }

    private Optional<Mark> first(Mark.Kind kind) {
        return all(kind).min(AS_IT_OCCURRED);
    }

    private Optional<Mark> last(Mark.Kind kind) {
        return all(kind).reduce((_, later) -> later);
    }

    private Optional<Mark> end(Mark.Kind kind) {
        var reopened = last(Mark.Kind.REOPENED).map(Mark::place).orElse(0L);
        return last(kind).filter(mark -> mark.place() > reopened);
    }

    private Stream<Mark> all(Mark.Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind);
    }

    private @Nullable Exclusion exclusion() {
        return last(Mark.Kind.CANCELLED)
                .map(mark -> new Exclusion(Exclusion.Reason.CANCELLED, mark.entryId()))
                .or(() -> last(Mark.Kind.DUPLICATE)
                        .map(mark -> new Exclusion(Exclusion.Reason.DUPLICATE, mark.entryId())))
                .orElse(null);
    }
}
