package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.IncidentKind;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Role;
import io.decklog.query.story.RandomStory;
import io.decklog.query.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetricsIT extends RunningQuerySide {

    private static final Instant BEGAN = Story.START.minus(Duration.ofMinutes(10));

    @Test
    void one_incident_tells_each_number_with_its_entries_now_and_then() {
        var story = newStory();
        var declared = story.declared(IncidentKind.LIVE, BEGAN, null);
        var role = story.role(Role.COMMANDER, "dee", null);
        story.resolved();
        var resolved = story.last().stamp().recordedAt();
        story.reopened();
        tell(story);

        var now = json("/incidents/" + story.number() + "/metrics");

        assertThat(now.has("asOf")).isFalse();
        assertThat(now.get("number").asString()).isEqualTo(story.number().toString());
        var acknowledged = metric(now, "ACKNOWLEDGE");
        assertThat(acknowledged.get("seconds").asLong()).isEqualTo(60);
        assertThat(acknowledged.at("/from/milestone").asString()).isEqualTo("DECLARED");
        assertThat(acknowledged.at("/from/entryId").asString()).isEqualTo(declared.toString());
        assertThat(acknowledged.at("/to/entryId").asString()).isEqualTo(role.toString());
        assertThat(metric(now, "DETECT").get("outcome").asString()).isEqualTo("MISSING");
        assertThat(metric(now, "RESOLVE").get("outcome").asString()).isEqualTo("MISSING");

        var then = json("/incidents/" + story.id() + "/metrics?asOf=" + resolved);
        assertThat(then.get("asOf").asString()).isEqualTo(resolved.toString());
        assertThat(metric(then, "RESOLVE").get("seconds").asLong()).isEqualTo(720);

        assertThat(json("/incidents/" + story.id() + "/metrics?asOf=2999-01-01T00:00:00Z")
                        .get("metrics"))
                .isEqualTo(now.get("metrics"));
    }

    @Test
    void before_it_was_recorded_there_is_nothing_and_of_nothing_there_are_no_metrics() {
        var story = newStory();
        story.declared(IncidentKind.LIVE, null, null);
        tell(story);

        var early = get("/incidents/" + story.id() + "/metrics?asOf=" + Story.START.minusSeconds(1));
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(json(early).get("code").asString()).isEqualTo("NOT_YET_RECORDED");
        for (var unknown : List.of("INC-999999", "0190d2a0-0000-7000-8000-00000000a001", "nonsense")) {
            for (var asOf : List.of("", "?asOf=2026-03-30T08:00:00Z")) {
                var answer = get("/incidents/" + unknown + "/metrics" + asOf);
                assertThat(answer.statusCode()).as(unknown + asOf).isEqualTo(404);
                assertThat(json(answer).get("code").asString()).isEqualTo("UNKNOWN_INCIDENT");
            }
        }
    }

    @Test
    void many_incidents_are_summed_up_and_a_number_of_the_past_can_be_computed_again() {
        var service = "metrics-" + nextNumber();
        var quick = incident(service, IncidentKind.LIVE);
        quick.resolved();
        var slow = incident(service, IncidentKind.LIVE);
        IntStream.range(0, 30).forEach(_ -> slow.observed("still failing"));
        var resolved = slow.resolved();
        var afterwards = slow.last().stamp().recordedAt();
        slow.struck(resolved);
        var drill = incident(service, IncidentKind.DRILL);
        drill.resolved();
        var duplicate = incident(service, IncidentKind.LIVE);
        duplicate.linked(Relation.DUPLICATE_OF, quick);
        for (var story : List.of(quick, slow, drill, duplicate)) {
            tell(story);
        }
        var address = "/metrics/incidents?service=" + service;

        var now = json(address);
        assertThat(now.has("asOf")).isFalse();
        assertThat(now.get("groups").size()).isEqualTo(1);
        var resolve = metric(now.get("groups").get(0), "RESOLVE");
        assertThat(resolve.get("count").asInt()).isEqualTo(1);
        assertThat(resolve.at("/p90/number").asString())
                .isEqualTo(quick.number().toString());
        assertThat(resolve.at("/leftOut/incidents/0/number").asString())
                .isEqualTo(slow.number().toString());
        assertThat(now.at("/excluded/incidents/0/reason").asString()).isEqualTo("DUPLICATE");

        var then = json(address + "&asOf=" + afterwards);
        var resolvedThen = metric(then.get("groups").get(0), "RESOLVE");
        assertThat(resolvedThen.get("count").asInt()).isEqualTo(2);
        assertThat(resolvedThen.at("/p90/number").asString())
                .isEqualTo(slow.number().toString());
        assertThat(resolvedThen.at("/p90/seconds").asInt()).isEqualTo(31 * 60);
        assertThat(resolvedThen.at("/p90/to/entryId").asString()).isEqualTo(resolved.toString());

        assertThat(json(address + "&kind=drill").at("/groups/0/incidents").asInt())
                .isEqualTo(1);
        assertThat(json(address + "&asOf=2000-01-01T00:00:00Z")
                        .at("/groups/0/incidents")
                        .asInt())
                .isZero();
        assertThat(json(address + "&groupBy=month").at("/groups/0/group").asString())
                .isEqualTo("2026-03");
        assertThat(json(address + "&severity=SEV1").at("/groups/0/incidents").asInt())
                .isZero();
        assertThat(json(address + "&from=2026-03-30T08:00:01Z")
                        .at("/groups/0/incidents")
                        .asInt())
                .isZero();
        assertThat(json(address + "&to=2026-03-30T08:00:00Z")
                        .at("/groups/0/incidents")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void as_of_now_is_what_is_live_of_any_history() {
        for (var i = 0; i < 10; i++) {
            var story = RandomStory.of(nextNumber() - 1, 60);
            tell(story);
            var address = "/incidents/" + story.id() + "/metrics";
            var live = json(address);
            var replayed = json(address + "?asOf=2999-01-01T00:00:00Z");
            assertThat(replayed.get("metrics")).isEqualTo(live.get("metrics"));
            assertThat(replayed.get("excluded")).isEqualTo(live.get("excluded"));
            assertThat(replayed.get("severity")).isEqualTo(live.get("severity"));
        }
    }

    @Test
    void what_cannot_be_understood_is_refused() {
        for (var bad : List.of("kind=WAR", "severity=6", "groupBy=weekday", "from=yesterday", "to=x", "asOf=now")) {
            var answer = get("/metrics/incidents?" + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(bad.substring(0, bad.indexOf('=')));
        }
    }

    private static Story incident(String service, IncidentKind kind) {
        var story = newStory();
        story.declared(kind, service);
        return story;
    }

    private static JsonNode metric(JsonNode of, String name) {
        return StreamSupport.stream(of.get("metrics").spliterator(), false)
                .filter(metric -> metric.get("metric").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
