package io.decklog.api.redaction;

import io.decklog.api.incident.Evidence;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The free text in the JSON of an event, of whatever revision: what somebody wrote in their own words. Names of people,
 * services and audiences are not; they say who, where and to whom.
 */
public final class FreeText {

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
     * Replaces every text in the event. Evidence that is an address goes altogether, that which is an entry stays.
     *
     * @param replacement of a text; the same for the same text, so that a choice is still one of its options
     * @return the texts that were replaced
     */
    public static Set<String> replaceAll(ObjectNode event, UnaryOperator<String> replacement) {
        var replaced = new HashSet<String>();
        replace(event, text -> {
            replaced.add(text);
            return replacement.apply(text);
        });
        return replaced;
    }

    /**
     * Replaces the texts that are among those given, where an event repeats what another one said.
     *
     * @return whether there were any
     */
    public static boolean replace(ObjectNode event, Set<String> texts, UnaryOperator<String> replacement) {
        var found = new HashSet<String>();
        replace(event, text -> {
            if (!texts.contains(text)) {
                return text;
            }
            found.add(text);
            return replacement.apply(text);
        });
        return !found.isEmpty();
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
