package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Severity;
import io.decklog.query.story.Story;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each test looks for a word of its own. */
class SearchIT extends RunningQuerySide {

    @Test
    void incidents_come_before_the_entries_that_mention_the_same() {
        var word = word();
        var story = newStory();
        story.declared("Cards are declined by " + word, Severity.SEV1, "checkout-" + word);
        var observed = story.observed("the " + word + " rejects <every-one> of the cards, it rejected them before");
        tell(story);

        var found = search(word, "");

        assertThat(found).hasSize(3);
        var incident = found.getFirst();
        assertThat(incident.get("kind").asString()).isEqualTo("INCIDENT");
        assertThat(incident.get("number").asString()).isEqualTo(story.number().toString());
        assertThat(incident.get("highlight").asString()).contains("declined by <mark>" + word + "</mark>");
        assertThat(incident.has("entryId")).isFalse();

        var entry = search(word + " rejecting", "&kind=entry");
        assertThat(entry).hasSize(1);
        assertThat(entry.getFirst().get("entryId").asString()).isEqualTo(observed.toString());
        assertThat(entry.getFirst().get("type").asString()).isEqualTo("observation");
        assertThat(entry.getFirst().get("title").asString()).startsWith("Cards are declined");
        assertThat(entry.getFirst().get("highlight").asString())
                .isEqualTo("the <mark>" + word + "</mark> <mark>rejects</mark> &lt;every-one&gt; of the cards,"
                        + " it <mark>rejected</mark> them before");
        assertThat(search(word + " every-one", "&kind=entry")).hasSize(1);
        assertThat(search(word, "&kind=incident")).hasSize(1);
    }

    @Test
    void struck_and_redacted_entries_are_not_found_and_corrected_ones_by_what_they_say_now() {
        var word = word();
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        story.struck(story.observed(word + " one"));
        story.redacted(story.observed(word + " two"));
        var corrected = story.observed(word + " three");
        var now = word();
        story.corrected(corrected, now + " four");
        tell(story);

        assertThat(search(word, "")).isEmpty();
        assertThat(search(now, "")).hasSize(1);
    }

    @Test
    void a_number_and_an_id_find_their_incident_first() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var observed = story.observed("see " + story.number());
        tell(story);

        for (var address : List.of(
                story.number().toString(),
                story.number().toString().toLowerCase(java.util.Locale.ROOT),
                story.id().toString(),
                observed.toString())) {
            var first = search(address, "&limit=1").getFirst();
            assertThat(first.get("kind").asString()).as(address).isEqualTo("INCIDENT");
            assertThat(first.get("incidentId").asString())
                    .as(address)
                    .isEqualTo(story.id().toString());
        }
        assertThat(search(story.number().toString(), "&kind=entry"))
                .extracting(entry -> entry.get("entryId").asString())
                .contains(observed.toString());
    }

    @Test
    void filters_combine() {
        var word = word();
        var service = "service-" + nextNumber();
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, service);
        story.ago(Duration.ofHours(1)).observed(word + " early");
        story.observed(word + " late");
        var other = newStory();
        other.declared("Queue grows", Severity.SEV3, "orders");
        other.observed(word + " elsewhere");
        tell(story);
        tell(other);

        assertThat(search(word, "")).hasSize(3);
        assertThat(search(word, "&service=" + service)).hasSize(2);
        assertThat(search(word, "&severity=SEV3")).hasSize(1);
        assertThat(search(word, "&service=" + service + "&severity=SEV3")).isEmpty();
        assertThat(search(word, "&incident=" + other.number())).hasSize(1);
        assertThat(search(word, "&incident=INC-999999")).isEmpty();
        assertThat(search(word, "&from=" + Story.START)).hasSize(2);
        assertThat(search(word, "&to=" + Story.START)).hasSize(1);
        assertThat(search(word + " -late", "&incident=" + story.id())).hasSize(1);
        assertThat(search("\"" + word + " late\"", "")).hasSize(1);
        assertThat(search(word + " early or late", "&incident=" + story.id())).hasSize(2);
    }

    @Test
    void pages_neither_miss_nor_repeat_what_was_there() {
        var word = word();
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        for (var i = 0; i < 25; i++) {
            story.observed((word + " ").repeat(1 + i % 4) + "at " + i);
        }
        tell(story);
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json("/search?limit=7&q=" + word + cursor);
            page.get("items").forEach(item -> seen.add(item.get("entryId").asString()));
            story.observed(word);
            append(story.events()
                    .subList(story.events().size() - 1, story.events().size()));
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(seen).hasSizeGreaterThanOrEqualTo(25);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        assertThat(seen)
                .containsAll(story.events().subList(1, 26).stream()
                        .map(event -> event.stamp().id().toString())
                        .toList());
    }

    @Test
    void whatever_is_typed_is_answered() {
        for (var typed :
                List.of("the", "-only", "\"", "a & b | !c", "((", ":*", "'; drop table", "\\", "\u0000", "😀")) {
            assertThat(get("/search?q=" + encoded(typed)).statusCode())
                    .as(typed)
                    .isEqualTo(typed.equals("\u0000") ? 400 : 200);
        }
        assertThat(search("-checkout", ""))
                .as("what only excludes finds nothing")
                .isEmpty();
        for (var bad : List.of(
                "q=", "q=%20", "q=x&kind=page", "q=x&severity=6", "q=x&from=y", "q=x&cursor=z", "q=x&limit=0")) {
            assertThat(get("/search?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(get("/search").statusCode()).isEqualTo(400);
        assertThat(get("/search?q=" + "x".repeat(1001)).statusCode()).isEqualTo(400);
    }

    /** A word nobody else uses, that English leaves as it is. */
    private static String word() {
        return "zq" + nextNumber() + "x";
    }

    private List<JsonNode> search(String q, String filters) {
        var found = json("/search?q=" + encoded(q) + filters);
        return StreamSupport.stream(found.get("items").spliterator(), false).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
