package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.Answer;
import io.decklog.wiring.test.RestClient;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds of every write that recorded something, and the entry it recorded, read from where the answer points. */
record WrittenEntry(RestClient reader, Answer answer, Answer entry) {

    static WrittenEntry of(RestClient http, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.sequence()).isPositive();
        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.sequence() + "\"");
        assertThat(answer.position()).isPositive();
        assertThat(Instant.parse(answer.text("/recordedAt"))).isAfter(Instant.EPOCH);
        var reader = http.after(answer);
        var entry = reader.get(answer.header("Location"));
        assertThat(entry.status()).as(entry.toString()).isEqualTo(200);
        return new WrittenEntry(reader, answer, entry);
    }

    /** That it is an entry of that type, recorded as the answer says, which holds what was sent. */
    WrittenEntry holds(String type, Map<String, ?> sent) {
        assertThat(entry.text("/entryId")).isEqualTo(answer.text("/entryId"));
        assertThat(entry.sequence()).isEqualTo(answer.sequence());
        assertThat(entry.text("/recordedAt")).isEqualTo(answer.text("/recordedAt"));
        assertThat(entry.text("/type")).isEqualTo(type);
        var details = (ObjectNode) entry.at("/details");
        assertThat(details.remove("type").asString()).isEqualTo(type);
        assertThat((Object) details).isEqualTo(JsonMapper.shared().valueToTree(sent));
        return this;
    }

    /** Reads as who has seen this write. */
    Answer get(String path) {
        return reader.get(path);
    }

    String id() {
        return answer.text("/entryId");
    }
}
