package io.decklog.api.redaction;

import io.decklog.api.incident.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The free text in the JSON of an event, of whatever revision: what somebody wrote in their own words. Names of people,
 * services and audiences are not; they say who, where and to whom.
 */
public final class FreeText {

    /** What stands in place of a text that was taken out. */
    public static final String REDACTED = "(redacted)";

    private static final Set<String> FIELDS = Set.of(
            "benefit",
            "chosen",
            "description",
            "exitCondition",
            "expectedOutcome",
            "handover",
            "lateReason",
            "markdown",
            "message",
            "name", // of an option
            "note",
            "question",
            "rationale",
            "reason",
            "reasoning",
            "risk",
            "summary",
            "text",
            "ticket",
            "title");

    private static final String EVIDENCE = "evidence";

    private FreeText() {}

    /** Whether a field of that name holds free text, wherever in an event it stands. */
    public static boolean isIn(String field) {
        return FIELDS.contains(field) || EVIDENCE.equals(field);
    }

    /**
     * Takes every text out of the event. Evidence that is an address goes altogether, that which is an entry stays.
     *
     * @return the texts that were there, in their order
     */
    public static List<String> takeOut(ObjectNode event) {
        return takeOut(event, _ -> true);
    }

    /**
     * Takes out the texts that are among those given, where an event repeats what another one said.
     *
     * @return those of them that were there
     */
    public static List<String> takeOut(ObjectNode event, Collection<String> texts) {
        return takeOut(event, texts::contains);
    }

    private static List<String> takeOut(ObjectNode event, Predicate<String> which) {
        var taken = new ArrayList<String>();
        replace(event, text -> {
            if (text.equals(REDACTED) || !which.test(text)) {
                return text;
            }
            taken.add(text);
            return REDACTED;
        });
        return taken;
    }

    private static void replace(ObjectNode node, UnaryOperator<String> replacement) {
        for (var field : Set.copyOf(node.propertyNames())) {
            var value = node.get(field);
            if (value.isString() && FIELDS.contains(field)) {
                node.put(field, replacement.apply(value.asString()));
            } else if (EVIDENCE.equals(field) && value instanceof ArrayNode evidence) {
                withoutAddresses(evidence, replacement);
            } else {
                descend(value, replacement);
            }
        }
    }

    private static void descend(JsonNode value, UnaryOperator<String> replacement) {
        switch (value) {
            case ObjectNode object -> replace(object, replacement);
            case ArrayNode array -> array.forEach(element -> descend(element, replacement));
            default -> {
                // a number, a flag, an identifier, a time
            }
        }
    }

    private static void withoutAddresses(ArrayNode evidence, UnaryOperator<String> replacement) {
        for (int i = evidence.size() - 1; i >= 0; i--) {
            var reference = evidence.get(i).asString("");
            if (new Evidence(reference).entry().isEmpty()
                    && !replacement.apply(reference).equals(reference)) {
                evidence.remove(i);
            }
        }
    }
}
