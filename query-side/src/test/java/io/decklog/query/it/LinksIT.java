package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Severity;
import io.decklog.query.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinksIT extends RunningQuerySide {

    private final Story original = newStory();
    private final Story duplicate = newStory();

    @Test
    void both_incidents_show_a_link_and_the_duplicate_names_the_original() {
        original.declared("Checkout fails", Severity.SEV1, "checkout");
        duplicate.declared("Payments fail", Severity.SEV2, "payments");
        duplicate.linked(Relation.DUPLICATE_OF, original);
        tell(duplicate);
        tell(original);

        var one = json("/incidents/" + duplicate.id());
        assertThat(one.get("duplicateOf").asString())
                .isEqualTo(original.number().toString());
        assertThat(relations(one)).containsExactly("DUPLICATE_OF " + original.number());
        var other = json("/incidents/" + original.id());
        assertThat(other.has("duplicateOf")).isFalse();
        assertThat(relations(other)).containsExactly("DUPLICATED_BY " + duplicate.number());
    }

    @Test
    void as_of_a_moment_the_links_are_those_of_that_moment_from_either_end() {
        original.declared("Checkout fails", Severity.SEV1, "checkout");
        original.observed("error rate 12 %");
        original.observed("error rate 13 %");
        original.observed("error rate 14 %");
        duplicate.declared("Payments fail", Severity.SEV2, "payments");
        var before = duplicate.last().stamp().recordedAt();
        var link = duplicate.linked(Relation.RELATED, original);
        var linked = duplicate.last().stamp().recordedAt();
        duplicate.struck(link);
        tell(original);
        tell(duplicate);

        for (var story : List.of(original, duplicate)) {
            assertThat(relations(asOf(story, before))).isEmpty();
            assertThat(relations(asOf(story, linked))).hasSize(1);
            assertThat(relations(asOf(story, duplicate.last().stamp().recordedAt())))
                    .isEmpty();
            assertThat(relations(json("/incidents/" + story.id()))).isEmpty();
        }
    }

    @Test
    void live_and_replayed_agree_on_a_linked_incident() {
        original.declared("Checkout fails", Severity.SEV1, "checkout");
        duplicate.declared("Payments fail", Severity.SEV2, "payments");
        duplicate.linked(Relation.RELATED, original);
        original.linked(Relation.RELATED, duplicate);
        tell(original);
        tell(duplicate);

        for (var story : List.of(original, duplicate)) {
            var live = json("/incidents/" + story.id());
            var replayed = asOf(story, Instant.parse("2999-01-01T00:00:00Z"));
            assertThat(replayed.get("links")).isEqualTo(live.get("links"));
            assertThat(live.get("links").size()).isEqualTo(2);
        }
    }

    @Test
    void a_link_of_another_incident_is_not_hidden_by_an_etag() {
        original.declared("Checkout fails", Severity.SEV1, "checkout");
        tell(original);
        assertThat(get("/incidents/" + original.id(), "If-None-Match", "\"1\"").statusCode())
                .isEqualTo(304);
        duplicate.declared("Payments fail", Severity.SEV2, "payments");
        duplicate.linked(Relation.DUPLICATE_OF, original);
        tell(duplicate);

        var answer = get("/incidents/" + original.id(), "If-None-Match", "\"1\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void the_ledger_names_the_incidents_a_stopgap_caused_whichever_was_told_first() {
        original.declared("Checkout fails", Severity.SEV1, "checkout");
        var early = original.mitigation("Cache for an hour", Permanence.STOPGAP, null);
        var late = original.mitigation("Twice as many pods", Permanence.STOPGAP, null);
        duplicate.declared("Prices are stale", Severity.SEV3, "prices");
        duplicate.causedBy(original, early);
        var withdrawn = duplicate.causedBy(original, late);
        duplicate.struck(withdrawn);
        tell(duplicate);
        tell(original);
        var third = newStory();
        third.declared("Nodes are full", Severity.SEV3, "nodes");
        third.causedBy(original, early);
        tell(third);

        var ledger = json("/stopgaps?incident=" + original.id()).get("items");
        assertThat(caused(ledger.get(0)))
                .containsExactlyInAnyOrder(duplicate.id().value(), third.id().value());
        assertThat(caused(ledger.get(1))).isEmpty();

        assertThat(post("/projections/stopgaps/replay").statusCode()).isLessThan(300);
        settle(json("/log").get("position").asLong());
        var rebuilt = json("/stopgaps?incident=" + original.id()).get("items");
        assertThat(rebuilt.valueStream().map(LinksIT::caused).toList())
                .isEqualTo(ledger.valueStream().map(LinksIT::caused).toList());
    }

    private JsonNode asOf(Story story, Instant moment) {
        return json("/incidents/" + story.id() + "?asOf=" + moment);
    }

    private static List<String> relations(JsonNode incident) {
        return incident.get("links")
                .valueStream()
                .map(link -> link.get("relation").asString() + " "
                        + link.get("number").asString())
                .toList();
    }

    private static List<UUID> caused(JsonNode stopgap) {
        return stopgap.get("causedIncidents")
                .valueStream()
                .map(id -> UUID.fromString(id.asString()))
                .toList();
    }
}
