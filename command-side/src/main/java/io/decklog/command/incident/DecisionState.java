package io.decklog.command.incident;

import io.decklog.api.incident.DecisionEvent.DecisionRaised;
import io.decklog.api.incident.DecisionEvent.DecisionRecorded;
import io.decklog.api.incident.DecisionId;
import io.decklog.api.incident.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of a decision. */
record DecisionState(
        String question,
        List<Option> options,
        @Nullable Instant neededBy,
        boolean recorded,
        @Nullable DecisionId supersededBy) {

    static DecisionState raised(DecisionRaised event) {
        return new DecisionState(event.question(), event.options(), event.neededBy(), false, null);
    }

    static DecisionState recorded(DecisionRecorded event) {
        return new DecisionState(event.question(), event.options(), event.neededBy(), true, null);
    }

    DecisionState with(Option option) {
        var all = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new DecisionState(question, all, neededBy, recorded, supersededBy);
    }

    DecisionState supersededBy(DecisionId newer) {
        return new DecisionState(question, options, neededBy, recorded, newer);
    }

    boolean hasOption(String name) {
        return options.stream().map(Option::name).anyMatch(name::equals);
    }
}
