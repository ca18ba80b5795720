package io.decklog.query.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.Severity;
import io.decklog.query.story.RandomStory;
import io.decklog.query.timeline.EntryDetails;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PostmortemIT extends RunningQuerySide {

    @Test
    void the_draft_comes_as_markdown_html_or_json_and_stays_the_same() {
        var story = RandomStory.of(nextNumber() - 1, 60);
        var position = tell(story);
        var address = "/incidents/" + story.number() + "/postmortem";

        var markdown = get(address);
        assertThat(type(markdown)).startsWith("text/markdown");
        assertThat(markdown.body())
                .startsWith("# " + story.number() + ": Checkout fails")
                .contains("the first %d events of %s, up to position %d"
                        .formatted(story.events().size(), story.number(), position));
        assertThat(markdown.headers().firstValue("ETag"))
                .hasValue("\"" + story.events().size() + "\"");
        assertThat(get(address, "Accept", "text/markdown").body()).isEqualTo(markdown.body());
        assertThat(get(address + "?asOf=2999-01-01T00:00:00Z")
                        .body()
                        .lines()
                        .limit(20)
                        .toList())
                .isEqualTo(markdown.body().lines().limit(20).toList());
        assertThat(type(get(address, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")))
                .startsWith("text/html");
        var draft = get(address, "Accept", "application/json");
        assertThat(type(draft)).startsWith("application/json");
        assertThat(json(draft).get("derivedFrom").get("position").asLong()).isEqualTo(position);
        assertThat(get(address, "If-None-Match", "\"" + story.events().size() + "\"")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_format_that_is_not_offered_is_406_and_an_unknown_incident_404_with_a_code() {
        var story = newStory();
        story.declared("Checkout fails", Severity.SEV2, "checkout");
        tell(story);
        var picture = get("/incidents/" + story.id() + "/postmortem", "Accept", "image/png");
        assertThat(picture.statusCode()).isEqualTo(406);
        assertThat(json(picture).get("code").asString()).isEqualTo("NOT_ACCEPTABLE");
        for (var accept : new String[] {"text/markdown", "text/html", "application/json"}) {
            var unknown = get("/incidents/00000000-0000-0000-0000-000000000001/postmortem", "Accept", accept);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(type(unknown)).startsWith("application/problem+json");
            assertThat(json(unknown).get("code").asString()).isEqualTo("UNKNOWN_INCIDENT");
        }
        assertThat(json(get("/incidents/" + story.id() + "/postmortem?asOf=2000-01-01T00:00:00Z"))
                        .get("code")
                        .asString())
                .isEqualTo("NOT_YET_RECORDED");
    }

    @Test
    void the_served_description_types_the_details_of_entries_and_names_the_position() {
        var document = json(getRoot("/v3/api-docs"));
        var schemas = document.get("components").get("schemas");
        assertThat(schemas.get("EntryDetails").get("oneOf").size())
                .isEqualTo(EntryDetails.class.getPermittedSubclasses().length);
        assertThat(schemas.get("ObservationDetails").toString()).contains("evidence");
        var timeline =
                document.get("paths").get("/api/v1/incidents/{id}/timeline").get("get");
        assertThat(timeline.get("parameters").toString()).contains("Decklog-Position", "asOf", "reverse");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
