package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Severity;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimelineIT extends RunningQuerySide {

    @Test
    void the_live_timeline_is_the_replayed_timeline() {
        for (var i = 0; i < 5; i++) {
            var story = RandomStory.of(nextNumber() - 1, 60);
            tell(story);
            for (var options :
                    List.of("", "&reverse=true", "&order=recorded", "&kind=observation,role&kind=decision")) {
                var address = "/incidents/" + story.id() + "/timeline?limit=1000" + options;
                var live = json(address).get("entries");
                assertThat(live.size()).isPositive();
                assertThat(live)
                        .isEqualTo(json(address + "&asOf=2999-01-01T00:00:00Z").get("entries"));
            }
        }
    }

    @Test
    void an_incident_is_found_by_its_number_and_carries_the_etag_of_its_sequence() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.observed("error rate 12 %");
        var position = append(story.events());

        var response = get("/incidents/" + story.number() + "/timeline", "Decklog-Position", "" + position);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).hasValue("\"2\"");
        var body = json(response);
        assertThat(body.get("incidentId").asString()).isEqualTo(story.id().toString());
        assertThat(body.get("number").asString()).isEqualTo(story.number().toString());
        assertThat(body.get("position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(body.has("asOf")).isFalse();
        assertThat(body.get("entries").get(1).get("details").get("type").asString())
                .isEqualTo("observation");
        assertThat(get("/incidents/" + story.id() + "/timeline", "If-None-Match", "\"2\"")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/incidents/" + story.id(), "If-None-Match", "\"2\"").statusCode())
                .isEqualTo(304);
    }

    @Test
    void pages_neither_miss_nor_repeat_an_entry_while_more_arrive() {
        var story = RandomStory.of(nextNumber() - 1, 40);
        var events = story.events();
        settle(append(events.subList(0, 20)));
        var seen = new ArrayList<String>();
        var next = "";
        var arriving = 20;
        do {
            var page = json("/incidents/" + story.id() + "/timeline?order=recorded&limit=3" + next);
            page.get("entries").forEach(entry -> seen.add(entry.get("entryId").asString()));
            next = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
            if (arriving < events.size()) {
                var arrived = Math.min(events.size(), arriving + 4);
                settle(append(events.subList(arriving, arrived)));
                arriving = arrived;
            }
        } while (!next.isEmpty());

        var all = new ArrayList<String>();
        json("/incidents/" + story.id() + "/timeline?order=recorded&limit=1000")
                .get("entries")
                .forEach(entry -> all.add(entry.get("entryId").asString()));
        assertThat(seen).doesNotHaveDuplicates().isEqualTo(all.subList(0, seen.size()));
        assertThat(seen.size()).isGreaterThan(15);
    }

    @Test
    void pages_by_occurrence_together_are_the_whole_in_both_directions() {
        var story = RandomStory.of(nextNumber() - 1, 50);
        tell(story);
        for (var options : List.of("", "&reverse=true", "&asOf=2999-01-01T00:00:00Z")) {
            var address = "/incidents/" + story.id() + "/timeline?limit=7" + options;
            var entries = new ArrayList<JsonNode>();
            var page = json(address);
            page.get("entries").forEach(entries::add);
            while (page.has("nextCursor")) {
                page = json(address + "&cursor=" + page.get("nextCursor").asString());
                page.get("entries").forEach(entries::add);
            }
            var whole = new ArrayList<JsonNode>();
            json("/incidents/" + story.id() + "/timeline?limit=1000" + options)
                    .get("entries")
                    .forEach(whole::add);
            assertThat(entries).isEqualTo(whole);
        }
    }

    @Test
    void as_of_a_moment_the_timeline_is_what_a_reader_saw_then() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var entry = story.observed("error rate 12 %");
        var then = story.last().stamp().recordedAt();
        story.corrected(entry, "error rate 21 %");
        tell(story);

        var before = get("/incidents/" + story.id() + "/timeline?asOf=" + then);
        assertThat(before.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(json(before).get("asOf").asString()).isEqualTo(then.toString());
        assertThat(json(before).get("entries").get(1).get("text").asString()).isEqualTo("error rate 12 %");
        var now = json("/incidents/" + story.id() + "/entries/" + entry);
        assertThat(now.get("text").asString()).isEqualTo("error rate 21 %");
        assertThat(now.get("corrected").asBoolean()).isTrue();
        assertThat(now.get("corrections").get(0).get("formerText").asString()).isEqualTo("error rate 12 %");
        var early = get("/incidents/" + story.id() + "/timeline?asOf=" + Story.START.minusSeconds(1));
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(json(early).get("code").asString()).isEqualTo("NOT_YET_RECORDED");
    }

    @Test
    void as_of_combines_with_order_kinds_bounds_and_cursors_as_now_does() {
        var story = RandomStory.of(nextNumber() - 1, 200);
        tell(story);
        var bounds = "&from=" + Story.START.plusSeconds(600) + "&to=" + Story.START.plusSeconds(9000);
        for (var order : List.of("order=occurred", "order=recorded")) {
            for (var direction : List.of("", "&reverse=true")) {
                for (var filter : List.of("", "&kind=observation,mitigation,task", bounds, bounds + "&kind=decision")) {
                    var query = "/incidents/" + story.id() + "/timeline?limit=7&" + order + direction + filter;
                    assertThat(paged(query + "&asOf=2999-01-01T00:00:00Z"))
                            .as(query)
                            .isEqualTo(paged(query));
                }
            }
        }
    }

    private List<JsonNode> paged(String query) {
        var entries = new ArrayList<JsonNode>();
        var page = json(query);
        page.get("entries").forEach(entries::add);
        while (page.has("nextCursor")) {
            page = json(query + "&cursor=" + page.get("nextCursor").asString());
            page.get("entries").forEach(entries::add);
        }
        return entries;
    }

    @Test
    void what_cannot_be_read_is_400_and_what_is_not_there_is_404() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        tell(story);
        var address = "/incidents/" + story.id() + "/timeline";
        var cursor = new io.decklog.query.paging.Cursor("RECORDED+", List.of("2026-03-30T08:00:00Z", "1")).toText();
        for (var query : List.of(
                "limit=0",
                "limit=1001",
                "limit=x",
                "kind=nonsense",
                "order=sideways",
                "reverse=maybe",
                "cursor=x",
                "cursor=",
                "asOf=yesterday",
                "from=%2B1000000-01-01T00:00:00Z",
                "to=1",
                "cursor=" + cursor)) {
            var response = get(address + "?" + query);
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(json(response).get("code").asString()).isEqualTo("VALIDATION");
        }
        for (var unknown : List.of("INC-999999", "nonsense", "00000000-0000-0000-0000-000000000001")) {
            for (var of : List.of("", "/timeline", "/entries/" + story.id())) {
                var response = get("/incidents/" + unknown + of);
                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(json(response).get("code").asString()).isEqualTo("UNKNOWN_INCIDENT");
            }
        }
        assertThat(json(get("/incidents/" + story.id() + "/entries/x"))
                        .get("code")
                        .asString())
                .isEqualTo("UNKNOWN_ENTRY");
    }
}
