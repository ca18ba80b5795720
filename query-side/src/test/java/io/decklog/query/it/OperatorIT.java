package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.query.projection.ProjectionNames;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorIT extends RunningQuerySide {

    @AfterEach
    void wholesome() {
        POISONOUS.set(false);
    }

    @Test
    void each_projection_tells_how_far_it_is() {
        tell(RandomStory.of(nextNumber() - 1, 80));

        var status = json("/projections/timeline");

        assertThat(status.get("state").asString()).isEqualTo("RUNNING");
        assertThat(status.get("lag").asLong()).isZero();
        assertThat(json("/projections").get("items").size()).isEqualTo(ProjectionNames.ALL.size());
    }

    @Test
    void a_poison_event_waits_with_those_behind_it_and_a_retry_puts_everything_right() {
        POISONOUS.set(true);
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var poison = story.observed(POISON);
        story.observed("behind it");
        story.corrected(poison, "harmless");
        var bystander = newStory();
        bystander.declared("Search fails", Severity.SEV3, "search");
        append(story.events());
        tell(bystander);

        var address = "/incidents/" + story.id() + "/timeline";
        assertThat(json(address).get("entries").size()).isEqualTo(1);
        assertThat(json("/incidents/" + bystander.id() + "/timeline")
                        .get("entries")
                        .size())
                .isEqualTo(1);
        var letters = json("/projections/timeline/dead-letters").get("items");
        assertThat(letters.size()).isEqualTo(3);
        assertThat(letters.get(0).get("eventId").asString()).isEqualTo(poison.toString());
        assertThat(letters.get(0).get("cause").asString()).contains("cannot fold this");
        assertThat(letters.get(0).get("sequence").asLong()).isEqualTo(2);

        assertThat(json(post("/projections/timeline/dead-letters/retry"))
                        .get("failed")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("/projections/timeline/dead-letters").get("items").size())
                .isEqualTo(3);
        POISONOUS.set(false);
        assertThat(json(post("/projections/timeline/dead-letters/retry"))
                        .get("healed")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("/projections/timeline/dead-letters").get("items").size())
                .isZero();
        assertThat(json(address).get("entries"))
                .isEqualTo(json(address + "?asOf=2999-01-01T00:00:00Z").get("entries"));
        assertThat(get(address).headers().firstValue("ETag")).hasValue("\"4\"");

        var after = story.observed("after the cure");
        settle(append(story.events().subList(4, 5)));
        assertThat(json("/incidents/" + story.id() + "/entries/" + after)
                        .get("text")
                        .asString())
                .isEqualTo("after the cure");
    }

    @Test
    void the_ledger_tells_how_every_stopgap_stands() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var open = story.mitigation("More pods", Permanence.STOPGAP, null);
        story.mitigation("Better pods", Permanence.PERMANENT, null);
        var planned = story.mitigation("Cache off", Permanence.STOPGAP, null);
        story.fixPlanned(
                planned,
                "ivo",
                java.time.Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        var overdue = story.mitigation("Queue off", Permanence.STOPGAP, null);
        story.fixPlanned(overdue, "ivo", Story.START);
        var paid = story.mitigation("Search off", Permanence.STOPGAP, null);
        story.fixPlanned(paid, "ivo", Story.START);
        story.fixCompleted(paid);
        var gone = story.mitigation("Ads off", Permanence.STOPGAP, null);
        story.rolledBack(gone);
        tell(story);

        var ledger = json("/stopgaps?incident=" + story.number()).get("items");
        assertThat(ledger.valueStream().map(item -> item.get("state").asString()))
                .containsExactly("OPEN", "PLANNED", "OVERDUE", "PAID", "ROLLED_BACK");
        assertThat(ledger.get(0).get("mitigationId").asString()).isEqualTo(open.toString());
        assertThat(ledger.get(0).get("ageSeconds").asLong()).isPositive();
        assertThat(ledger.get(0).get("causedIncidents").size()).isZero();
        assertThat(ledger.get(3).get("ageSeconds").asLong()).isEqualTo(120);
        for (var i = 0; i < ledger.size(); i++) {
            var state = ledger.get(i).get("state").asString();
            var filtered =
                    json("/stopgaps?incident=" + story.id() + "&state=" + state).get("items");
            assertThat(filtered.size()).as(state).isEqualTo(1);
            assertThat(filtered.get(0).get("mitigationId"))
                    .isEqualTo(ledger.get(i).get("mitigationId"));
        }
        assertThat(json("/stopgaps?owner=ivo&incident=" + story.id())
                        .get("items")
                        .size())
                .isEqualTo(3);
        var page = json("/stopgaps?limit=2&incident=" + story.id());
        var next = json("/stopgaps?limit=1000&incident=" + story.id() + "&cursor="
                + page.get("nextCursor").asString());
        assertThat(next.get("items").size()).isEqualTo(3);
    }
}
