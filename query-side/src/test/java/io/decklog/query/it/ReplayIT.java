package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.query.story.RandomStory;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayIT extends RunningQuerySide {

    private static final String AT_ONCE = "/timeline/replay?speed=100000&maxSilence=PT0S&order=";

    @Test
    void what_is_played_is_the_timeline_also_with_breaks() {
        var story = RandomStory.of(nextNumber() - 1, 60);
        tell(story);
        for (var order : List.of("recorded", "occurred")) {
            var address = "/incidents/" + story.number() + AT_ONCE + order;
            var played = new HashMap<String, JsonNode>();
            var last = "";
            while (!last.equals("end")) {
                try (var stream = last.isEmpty() ? listen(address) : listen(address, "Last-Event-ID", last)) {
                    for (var more = 9; more > 0 && !last.equals("end"); more--) {
                        var event = stream.next();
                        assertThat(event.isEnd()).isFalse();
                        last = event.id();
                        if (!event.name().equals("end")) {
                            played.put(event.json().get("entryId").asString(), event.json());
                        }
                    }
                }
            }
            json("/incidents/" + story.id() + "/timeline?limit=1000")
                    .get("entries")
                    .forEach(entry -> assertThat(
                                    played.remove(entry.get("entryId").asString()))
                            .isEqualTo(entry));
            assertThat(played).isEmpty();
            assertThat(get(address, "Last-Event-ID", "end").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void what_cannot_be_played_is_a_problem() {
        var story = RandomStory.of(nextNumber() - 1, 5);
        tell(story);
        var address = "/incidents/" + story.id() + "/timeline/replay";
        for (var query : List.of("speed=0", "speed=x", "order=sideways", "from=yesterday", "maxSilence=5")) {
            var response = get(address + "?" + query);
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(json(response).get("errors").get(0).get("field").asString())
                    .isEqualTo(query.split("=", 2)[0]);
        }
        assertThat(get(address, "Last-Event-ID", "77.7").statusCode()).isEqualTo(400);
        assertThat(get(address, "Accept", "application/json").statusCode()).isEqualTo(406);
        assertThat(get("/incidents/INC-999999/timeline/replay").statusCode()).isEqualTo(404);
    }
}
