package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An incident that one test has to itself, and what a client can do with it. Paths are below the incident. */
public record OwnIncident(RestClient http, UUID id, String number) {

    static final Map<String, Object> DECLARATION =
            Map.of("title", "Checkout answers 5xx", "severity", "SEV2", "services", List.of("checkout"));

    public static OwnIncident declaredTo(RestClient http) {
        var declared = http.post("/incidents", DECLARATION);
        assertThat(declared.status()).as(declared.toString()).isEqualTo(201);
        return new OwnIncident(http, UUID.fromString(declared.text("/id")), declared.text("/number"));
    }

    /** The same incident, to a client that sends this header too. */
    OwnIncident with(String header, String value) {
        return new OwnIncident(http.with(header, value), id, number);
    }

    public String path() {
        return "/incidents/" + id;
    }

    Answer post(String path, Object body) {
        return http.post(path() + path, body);
    }

    /** Records something that is there only for what follows, and answers its id. */
    public String recorded(String path, Object body) {
        var answer = post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("/entryId");
    }

    Answer observe(String text) {
        return post("/observations", Map.of("text", text));
    }

    /** How many events it has, as read by who has seen the whole log. */
    long sequence() {
        var everything = http.with("Decklog-Position", http.get("/log").text("/position"));
        return Long.parseLong(everything.get(path()).header("ETag").replace("\"", ""));
    }

    /** Every entry in the order it was recorded, as read by who has seen the write. */
    List<JsonNode> timelineAfter(Answer write) {
        return http.after(write)
                .get(path() + "/timeline?order=recorded&limit=1000")
                .all("/entries");
    }
}
