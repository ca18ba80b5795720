package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Option;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Severity;
import io.decklog.query.story.RandomStory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionAuditIT extends RunningQuerySide {

    private static final Option FAIL_OVER = new Option("fail over", "quick", "split brain", null);
    private static final Option WAIT = new Option("wait", null, "losing orders", null);

    @Test
    void every_filter_narrows_the_audit_and_filters_combine() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout-" + story.number(), "payments");
        var seen = story.observed("error rate 12 %");
        var first = story.by("gil-" + story.number())
                .decided(
                        "Shall we fail over the flux capacitor?",
                        List.of(FAIL_OVER, WAIT),
                        "fail over",
                        seen.toString());
        story.mitigation("More pods", Permanence.STOPGAP, first);
        story.severity(Severity.SEV2, Severity.SEV1);
        var second = story.ago(Duration.ofHours(1)).decided("Restart?", List.of(FAIL_OVER), "fail over");
        story.superseded(first, second);
        var raised = story.raised("Roll back?", WAIT);
        tell(story);

        var incident = "incident=" + story.number();
        assertThat(found(incident)).containsExactly(first, second);
        assertThat(found(incident + "&state=RAISED")).containsExactly(raised);
        assertThat(found(incident + "&state=ALL")).containsExactly(raised, first, second);
        assertThat(found("decidedBy=gil-" + story.number())).containsExactly(first, second);
        assertThat(found("service=checkout-" + story.number() + "&severity=SEV2"))
                .containsExactly(first);
        assertThat(found(incident + "&severity=SEV1")).containsExactly(second);
        assertThat(found(incident + "&permanence=STOPGAP")).containsExactly(first);
        assertThat(found(incident + "&superseded=true")).containsExactly(first);
        assertThat(found(incident + "&superseded=false")).containsExactly(second);
        assertThat(found(incident + "&withoutEvidence=true")).containsExactly(second);
        assertThat(found(incident + "&withoutAlternatives=true")).containsExactly(second);
        assertThat(found(incident + "&late=true")).containsExactly(second);
        assertThat(found(incident + "&q=capacitor+orders")).containsExactly(first);
        assertThat(found(incident + "&q=zebra")).isEmpty();
        assertThat(found(incident + "&soundness=SOUND")).isEmpty();
        assertThat(found(incident + "&outcome=WRONG")).isEmpty();
        assertThat(found(incident + "&from=2026-03-30T08:00:00Z")).containsExactly(first);
        assertThat(found(incident + "&to=2026-03-30T08:00:00%2B00:00")).containsExactly(second);
        assertThat(found(incident + "&late=true&superseded=true")).isEmpty();
        assertThat(found("incident=INC-999999")).isEmpty();
        for (var query : List.of("q=%00", "service=%00", "q=%26%7C!():*'", "q=\\")) {
            assertThat(found(query.replace("\\", "%5C"))).as(query).isEmpty();
        }
        for (var query : List.of(
                "severity=SEV9",
                "late=yes",
                "soundness=x",
                "state=x",
                "limit=0",
                "cursor=eA",
                "from=x",
                "decidedBy=%FF")) {
            assertThat(get("/decisions?" + query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void pages_together_are_the_whole_list() {
        for (var i = 0; i < 5; i++) {
            tell(RandomStory.of(nextNumber() - 1, 60));
        }
        var whole = found("limit=1000");
        var paged = new ArrayList<UUID>();
        var page = json("/decisions?limit=3");
        paged.addAll(ids(page));
        while (page.has("nextCursor")) {
            page = json("/decisions?limit=3&cursor=" + page.get("nextCursor").asString());
            paged.addAll(ids(page));
        }
        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(5);
    }

    @Test
    void what_was_known_is_told_in_the_words_of_that_moment() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var cited = story.observed("error rate 12 %");
        var other = story.observed("CPU is idle");
        var decision = story.decided("Fail over?", List.of(FAIL_OVER, WAIT), "fail over", cited.toString());
        var unknown = story.ago(Duration.ofMinutes(10)).observed("the certificate had expired");
        story.observed("this came after");
        story.corrected(cited, "error rate 21 %");
        tell(story);

        var known = json("/decisions/" + decision + "/known");
        assertThat(entryIds(known.get("known"))).containsExactly(story.id().value(), cited, other);
        assertThat(entryIds(known.get("trueButUnknown"))).containsExactly(unknown);
        assertThat(entryIds(known.get("citedEvidence"))).containsExactly(cited);
        assertThat(entryIds(known.get("knownButNotCited")))
                .containsExactly(story.id().value(), other);
        assertThat(known.get("citedEvidence").get(0).get("text").asString()).isEqualTo("error rate 12 %");
        assertThat(json("/decisions/" + decision).get("chosen").asString()).isEqualTo("fail over");
        var nothing = get("/decisions/" + UUID.randomUUID() + "/known");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(json(nothing).get("code").asString()).isEqualTo("UNKNOWN_DECISION");
    }

    @Test
    void a_position_is_waited_for_refused_or_given_up_on() {
        assertThat(json(get("/decisions", "Decklog-Position", "-1")).get("code").asString())
                .isEqualTo("INVALID_POSITION");
        assertThat(get("/log", "Decklog-Position", "x").statusCode()).isEqualTo(400);
        var position = json("/log").get("position").asLong();
        assertThat(get("/decisions", "Decklog-Position", "" + position).statusCode())
                .isEqualTo(200);
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        var written = append(story.events());
        assertThat(get("/incidents/" + story.id(), "Decklog-Position", "" + written)
                        .statusCode())
                .isEqualTo(200);
        var tooFar = get("/decisions", "Decklog-Position", "999999999");
        assertThat(tooFar.statusCode()).isEqualTo(503);
        assertThat(tooFar.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(tooFar).get("code").asString()).isEqualTo("NOT_CAUGHT_UP");
    }

    private List<UUID> found(String query) {
        return ids(json("/decisions?" + query));
    }

    private static List<UUID> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> UUID.fromString(item.get("decisionId").asString()))
                .toList();
    }

    private static List<UUID> entryIds(JsonNode entries) {
        return entries.valueStream()
                .map(entry -> UUID.fromString(entry.get("entryId").asString()))
                .toList();
    }

    @Test
    void incidents_are_found_by_every_filter_newest_first() {
        var older = newStory();
        older.declared("The zeppelin checkout fails", Severity.SEV2, "zeppelin");
        older.resolved();
        var newer = newStory();
        newer.ago(Duration.ofMinutes(-1)).declared("The zeppelin search fails", Severity.SEV3, "zeppelin");
        newer.role(io.decklog.api.incident.Role.COMMANDER, "hana", null);
        tell(older);
        tell(newer);
        assertThat(numbers("service=zeppelin")).containsExactly(newer.number() + "", older.number() + "");
        assertThat(numbers("service=zeppelin&state=RESOLVED")).containsExactly(older.number() + "");
        assertThat(numbers("service=zeppelin&severity=SEV3&kind=LIVE")).containsExactly(newer.number() + "");
        assertThat(numbers("q=" + URLEncoder.encode("zeppelin searching", StandardCharsets.UTF_8)))
                .containsExactly(newer.number() + "");
        assertThat(numbers("source=pager:P" + older.number().value())).containsExactly(older.number() + "");
        assertThat(numbers("service=zeppelin&to=2026-03-30T08:00:00Z")).containsExactly(older.number() + "");
        var page = json("/incidents?service=zeppelin&limit=1");
        assertThat(page.get("items").get(0).get("commander").asString()).isEqualTo("hana");
        assertThat(numbers("service=zeppelin&limit=1&cursor="
                        + page.get("nextCursor").asString()))
                .containsExactly(older.number() + "");
        assertThat(get("/incidents?source=nonsense").statusCode()).isEqualTo(400);
    }

    private List<String> numbers(String query) {
        return json("/incidents?" + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("number").asString())
                .toList();
    }
}
