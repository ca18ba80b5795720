package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Severity;
import io.decklog.query.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffIT extends RunningQuerySide {

    @Test
    void what_changed_between_two_moments_is_told() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var rate = story.observed("error rate 12 %");
        var from = story.last().stamp().recordedAt();
        story.corrected(rate, "error rate 21 %");
        var to = story.last().stamp().recordedAt();
        var later = story.observed("error rate 3 %");
        tell(story);
        var address = "/incidents/" + story.number() + "/timeline/diff?from=" + from;

        var until = get(address + "&to=" + to);

        assertThat(until.statusCode()).as(until.body()).isEqualTo(200);
        assertThat(until.headers().firstValue("ETag")).hasValue("\"3\"");
        var body = json(until);
        assertThat(body.get("number").asString()).isEqualTo(story.number().toString());
        assertThat(body.get("to").asString()).isEqualTo(to.toString());
        assertThat(body.get("added").size()).isZero();
        var corrected = body.get("corrected").get(0);
        assertThat(corrected.get("entryId").asString()).isEqualTo(rate.toString());
        assertThat(corrected.get("oldText").asString()).isEqualTo("error rate 12 %");
        assertThat(corrected.get("newText").asString()).isEqualTo("error rate 21 %");
        assertThat(corrected.propertyNames()).contains("reason", "by", "recordedAt");
        for (var list : List.of("backDated", "struck", "redacted", "pinned", "reworded")) {
            assertThat(body.get(list).isEmpty()).as(list).isTrue();
        }

        var now = json(address);
        assertThat(now.has("to")).isFalse();
        assertThat(now.get("added"))
                .isEqualTo(json("/incidents/" + story.id() + "/timeline?limit=1000&reverse=true&order=recorded&from="
                                + story.last().stamp().occurredAt())
                        .get("entries"));
        assertThat(now.get("added").get(0).get("entryId").asString()).isEqualTo(later.toString());
    }

    @Test
    void moments_that_make_no_sense_are_refused() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        tell(story);
        var address = "/incidents/" + story.id() + "/timeline/diff";
        for (var query : List.of(
                "",
                "?from=yesterday",
                "?to=2026-03-30T08:00:00Z",
                "?from=2026-03-30T09:00:00Z&to=2026-03-30T08:59:59Z")) {
            var response = get(address + query);
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(json(response).get("code").asString()).isEqualTo("VALIDATION");
            assertThat(json(response).get("errors").get(0).get("field").asString())
                    .isEqualTo("from");
        }
        var early = get(address + "?from=2020-01-01T00:00:00Z&to=" + Story.START.minusSeconds(1));
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(json(early).get("code").asString()).isEqualTo("NOT_YET_RECORDED");
        assertThat(json(get("/incidents/INC-999999/timeline/diff?from=2020-01-01T00:00:00Z"))
                        .get("code")
                        .asString())
                .isEqualTo("UNKNOWN_INCIDENT");
        assertThat(json(address + "?from=2020-01-01T00:00:00Z").get("added").size())
                .isEqualTo(1);
        assertThat(json(address + "?from=2999-01-01T00:00:00Z").get("added").size())
                .isZero();
    }
}
