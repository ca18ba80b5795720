package io.decklog.command.incident;

import io.decklog.command.incident.IncidentState.Declared;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which deadlines an incident has, and how they change. Pure.
 *
 * <p>A moment that lies more than {@link Owed#GRACE} before the record time of what makes it one is no deadline: it was
 * told as history, by an import for example, and nobody is to be alarmed by it.
 */
final class Deadlines {

    private final List<DeadlinePolicy> policies;

    Deadlines(List<DeadlinePolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** @param cancelled may hold some that were never scheduled */
    record Changes(Set<Deadline> scheduled, Set<Deadline> cancelled) {

        static final Changes NONE = new Changes(Set.of(), Set.of());
    }

    /** What follows from all that was recorded between two states of an incident. */
    Changes between(IncidentState before, IncidentState after) {
        if (!(after instanceof Declared now) || (before instanceof Declared then && isTheSame(then, now))) {
            return Changes.NONE;
        }
        var was = of(before);
        var is = of(now);
        var earliest = now.lastRecordedAt().minus(Owed.GRACE);
        var scheduled = without(is, was);
        scheduled.removeIf(deadline -> deadline.at().isBefore(earliest));
        return new Changes(scheduled, without(was, is));
    }

    @SuppressWarnings("ReferenceEquality") // most entries leave what is owed alone, and are not to pay for comparing it
    private static boolean isTheSame(Declared before, Declared after) {
        return before.owed() == after.owed()
                && before.phase() == after.phase()
                && before.severity() == after.severity();
    }

    private static Set<Deadline> without(Set<Deadline> some, Set<Deadline> others) {
        var rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private Set<Deadline> of(IncidentState state) {
        return state instanceof Declared incident
                ? policies.stream()
                        .flatMap(policy -> policy.deadlines(incident))
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    DeadlinePolicy policyOf(Deadline.Kind kind) {
        return policies.stream()
                .filter(policy -> policy.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
