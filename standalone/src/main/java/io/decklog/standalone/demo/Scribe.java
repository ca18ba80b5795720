package io.decklog.standalone.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes down what people did on the day of the incident, each entry in the name of the one who did it. */
final class Scribe {
    private static final String DAY = "2026-03-30";

    private final DemoClient client;
    private String incident = "";

    Scribe(DemoClient client) {
        this.client = client;
    }

    /** The moment of the day that the clock showed as {@code time}, such as {@code 08:14}. */
    static String at(String time) {
        return DAY + "T" + time + ":00Z";
    }

    /** Declares the incident that all further entries are for, and returns its number. */
    String declare(String time, String person, Map<String, ?> body) throws InterruptedException {
        JsonNode declared = client.post("incidents", signed(time, person, body));
        incident = "incidents/" + declared.path("id").asString("") + "/";
        return declared.path("number").asString("");
    }

    /** Writes one entry and returns the answer. */
    JsonNode write(String time, String person, String what, Map<String, ?> body) throws InterruptedException {
        return client.post(incident + what, signed(time, person, body));
    }

    /** Writes an observation and returns the id of its entry. */
    String observe(String time, String person, String source, String text) throws InterruptedException {
        return write(time, person, "observations", Map.of("text", text, "source", source))
                .path("entryId")
                .asString("");
    }

    /** Tells people outside and promises when they hear more. */
    void inform(String time, String audience, String message, String nextUpdateBy) throws InterruptedException {
        write(
                time,
                "Communications lead",
                "status-updates",
                Map.of("audience", audience, "message", message, "nextUpdateBy", at(nextUpdateBy)));
    }

    /** An option with what speaks for and against it. */
    static Map<String, String> option(String name, String benefit, String risk, String reversibility) {
        return Map.of("name", name, "benefit", benefit, "risk", risk, "reversibility", reversibility);
    }

    private static Map<String, Object> signed(String time, String person, Map<String, ?> body) {
        Map<String, Object> signed = new LinkedHashMap<>(body);
        signed.put("occurredAt", at(time));
        signed.put("onBehalfOf", person);
        return signed;
    }
}
