package io.decklog.wiring.test;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Decklog answered to one request. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The value of a header; empty if there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** @param pointer what in the body, {@code /options/0/name} */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The text or number there; empty if there is none. */
    public String text(String pointer) {
        return at(pointer).asString("");
    }

    /** Each element of an array there. */
    public List<JsonNode> all(String pointer) {
        return at(pointer).values().stream().toList();
    }

    public long sequence() {
        return at("/sequence").asLong(0);
    }

    public long position() {
        return Long.parseLong(header("Decklog-Position"));
    }

    /** Short enough for the message of a failing test. */
    @Override
    public String toString() {
        return status + " " + body;
    }
}
