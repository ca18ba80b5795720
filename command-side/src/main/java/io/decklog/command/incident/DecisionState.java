package io.decklog.command.incident;

import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionEvent.OptionProposed;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Option;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a decision. The question and the options are repeated when it is taken.
 *
 * @param entry the entry that asked the question
 */
record DecisionState(
        UUID entry,
        String question,
        List<OnTheTable> onTheTable,
        @Nullable Instant neededBy,
        boolean recorded,
        @Nullable DecisionId supersededBy) {

    static final String REDACTED = "A question that was redacted";

    /** @param entry the entry that put it there */
    record OnTheTable(UUID entry, Option option) {}

    static DecisionState raised(DecisionRaised e) {
        var entry = e.stamp().id();
        return new DecisionState(entry, e.question(), put(entry, e.options()), e.neededBy(), false, null);
    }

    static DecisionState recorded(DecisionRecorded e) {
        var entry = e.stamp().id();
        return new DecisionState(entry, e.question(), put(entry, e.options()), e.neededBy(), true, null);
    }

    private static List<OnTheTable> put(UUID entry, List<Option> options) {
        return options.stream().map(option -> new OnTheTable(entry, option)).toList();
    }

    DecisionState with(OptionProposed event) {
        var one = new OnTheTable(event.stamp().id(), event.option());
        return with(question, Stream.concat(onTheTable.stream(), Stream.of(one)).toList());
    }

    DecisionState supersededBy(DecisionId newer) {
        return new DecisionState(entry, question, onTheTable, neededBy, recorded, newer);
    }

    boolean speaksFrom(UUID redacted) {
        return entry.equals(redacted)
                || onTheTable.stream().map(OnTheTable::entry).anyMatch(redacted::equals);
    }

    /** Without the text of an entry, so that a choice that comes later does not repeat it. An option keeps its name: one must be able to choose it. */
    DecisionState redacted(UUID redacted) {
        return with(
                entry.equals(redacted) ? REDACTED : question,
                onTheTable.stream()
                        .map(put -> put.entry().equals(redacted) ? nameOnly(put) : put)
                        .toList());
    }

    private static OnTheTable nameOnly(OnTheTable put) {
        return new OnTheTable(
                put.entry(),
                new Option(put.option().name(), null, null, put.option().reversibility()));
    }

    private DecisionState with(String newQuestion, List<OnTheTable> newOptions) {
        return new DecisionState(entry, newQuestion, newOptions, neededBy, recorded, supersededBy);
    }

    List<Option> options() {
        return onTheTable.stream().map(OnTheTable::option).toList();
    }

    boolean hasOption(String name) {
        return options().stream().map(Option::name).anyMatch(name::equals);
    }
}
