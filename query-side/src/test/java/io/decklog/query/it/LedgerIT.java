package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LedgerIT extends RunningQuerySide {

    private static final Instant DUE = Story.START.plus(Duration.ofDays(7));
    private static final String FUTURE = "2999-01-01T00:00:00Z";

    @Test
    void the_ledger_is_read_as_it_stood() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var declared = recordedAt(story);
        var stopgap = story.mitigation("More pods", Permanence.STOPGAP, null);
        var applied = recordedAt(story);
        story.fixPlanned(stopgap, "fay", DUE);
        var planned = recordedAt(story);
        tell(story);
        var other = newStory();
        other.declared("Queue grows", Severity.SEV3, "orders");
        var link = other.causedBy(story, stopgap);
        var caused = recordedAt(other);
        other.struck(link);
        tell(other);
        story.fixCompleted(stopgap);
        append(story.events().subList(3, 4));
        settle(position());

        assertThat(ledger(story, "asOf=" + declared).size()).isZero();
        var first = ledger(story, "asOf=" + applied.plusSeconds(30)).get(0);
        assertThat(first.get("state").asString()).isEqualTo("OPEN");
        assertThat(first.get("ageSeconds").asLong()).isEqualTo(30);
        assertThat(first.has("owner")).isFalse();
        var then = ledger(story, "asOf=" + planned).get(0);
        assertThat(then.get("state").asString()).isEqualTo("PLANNED");
        assertThat(then.get("owner").asString()).isEqualTo("fay");
        assertThat(ledger(story, "asOf=" + DUE.plusSeconds(1))
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("PAID");
        assertThat(ledger(story, "asOf=" + caused).get(0).get("causedIncidents").size())
                .isEqualTo(1);
        assertThat(ledger(story, "").get(0).get("causedIncidents").size()).isZero();
        assertThat(ledger(story, "").get(0).get("state").asString()).isEqualTo("PAID");

        assertThat(ledger(story, "state=OPEN&asOf=" + applied).size()).isEqualTo(1);
        assertThat(ledger(story, "state=OPEN&asOf=" + planned).size()).isZero();
        assertThat(ledger(story, "owner=fay&asOf=" + applied).size()).isZero();
        assertThat(ledger(story, "owner=fay&asOf=" + planned).size()).isEqualTo(1);
    }

    @Test
    void what_was_overdue_then_is_overdue_then() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var stopgap = story.mitigation("More pods", Permanence.STOPGAP, null);
        story.fixPlanned(stopgap, "fay", DUE);
        tell(story);

        assertThat(ledger(story, "state=PLANNED&asOf=" + DUE).size()).isEqualTo(1);
        assertThat(ledger(story, "state=OVERDUE&asOf=" + DUE).size()).isZero();
        assertThat(ledger(story, "state=PLANNED&asOf=" + DUE.plusSeconds(1)).size())
                .isZero();
        assertThat(ledger(story, "state=OVERDUE&asOf=" + DUE.plusSeconds(1)).size())
                .isEqualTo(1);
    }

    @Test
    void as_of_now_is_what_is_live_of_any_history_page_by_page() {
        for (var i = 0; i < 5; i++) {
            var story = RandomStory.of(nextNumber() - 1, 120);
            tell(story);
            assertThat(withoutAge(ledger(story, "asOf=" + FUTURE))).isEqualTo(withoutAge(ledger(story, "")));
        }
        var page = json("/stopgaps?limit=2&asOf=" + FUTURE);
        assertThat(page.get("asOf").asString()).isEqualTo(FUTURE);
        assertThat(json("/stopgaps?limit=2").has("asOf")).isFalse();
        var next = json("/stopgaps?limit=2&asOf=" + FUTURE + "&cursor="
                + page.get("nextCursor").asString());
        assertThat(withoutAge(next.get("items")))
                .isEqualTo(withoutAge(json("/stopgaps?limit=2&cursor="
                                + json("/stopgaps?limit=2").get("nextCursor").asString())
                        .get("items")));
    }

    private JsonNode ledger(Story story, String query) {
        return json("/stopgaps?incident=" + story.id() + "&" + query).get("items");
    }

    private static JsonNode withoutAge(JsonNode items) {
        items.forEach(item -> ((ObjectNode) item).remove("ageSeconds"));
        return items;
    }

    private static Instant recordedAt(Story story) {
        return story.last().stamp().recordedAt();
    }

    private long position() {
        return json("/log").get("position").asLong();
    }
}
