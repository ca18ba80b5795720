package io.decklog.query.decision;

import io.decklog.api.incident.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a decision is found, as it reads now: what was redacted is not among them. Words of the question
 * weigh most (A), then those of the options' names (B), of the rationale and of what was expected (C), and of whatever
 * else was said about it (D).
 */
record DecisionText(Decision decision) {

    /** PostgreSQL takes a megabyte of words at most, and a decision can be longer. */
    private static final int MAX_SEARCHED = 150_000;

    /** @param field the field it stands in, as JSON writes it */
    record Part(String field, String text) {}

    /**
     * The SQL that makes the words of the parts.
     *
     * @param prefix what stands before the name of a part
     */
    static String searched(String prefix) {
        return """
                setweight(to_tsvector('english', %1$squestion), 'A') || setweight(to_tsvector('english', %1$snames), 'B')
                || setweight(to_tsvector('english', %1$sgrounds), 'C') || setweight(to_tsvector('english', %1$ssaid), 'D')
                """.formatted(prefix);
    }

    /** The text of each weight, by the name it has in SQL. */
    Map<String, String> parts() {
        var said = new ArrayList<@Nullable String>();
        for (var option : decision.options()) {
            said.add(option.benefit());
            said.add(option.risk());
        }
        decision.objections().forEach(objection -> said.add(objection.text()));
        said.add(decision.correctedText());
        return Map.of(
                "question", decision.question(),
                "names", joined(decision.options().stream().map(Option::name).toList()),
                "grounds", joined(Arrays.asList(decision.rationale(), decision.expectedOutcome())),
                "said", joined(said));
    }

    private static String joined(List<? extends @Nullable String> texts) {
        var text = texts.stream().filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(text.length(), MAX_SEARCHED));
    }

    /** The same text, field by field. */
    List<Part> fields() {
        var fields = new ArrayList<Part>();
        add(fields, "question", decision.question());
        add(fields, "rationale", decision.rationale());
        add(fields, "expectedOutcome", decision.expectedOutcome());
        for (int i = 0; i < decision.options().size(); i++) {
            var option = decision.options().get(i);
            add(fields, "options[%d].name".formatted(i), option.name());
            add(fields, "options[%d].benefit".formatted(i), option.benefit());
            add(fields, "options[%d].risk".formatted(i), option.risk());
        }
        for (int i = 0; i < decision.objections().size(); i++) {
            add(
                    fields,
                    "objections[%d].text".formatted(i),
                    decision.objections().get(i).text());
        }
        add(fields, "correctedText", decision.correctedText());
        return fields;
    }

    private static void add(List<Part> fields, String field, @Nullable String text) {
        if (text != null) {
            fields.add(new Part(field, text));
        }
    }
}
