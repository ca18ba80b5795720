package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The served OpenAPI document tells clients what they will really get. */
@ExtendWith(RunningDecklog.class)
class OpenApiIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final JsonNode document;

    OpenApiIT(RestClient http) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(http.address().resolve("/v3/api-docs")).build();
        try (var client = HttpClient.newHttpClient()) {
            document = JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void every_call_says_what_it_does() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        var silent = new ArrayList<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(call -> METHODS.contains(call.getKey()))
                        .filter(call ->
                                call.getValue().path("summary").asString("").isBlank()
                                        || call.getValue().path("tags").isEmpty())
                        .forEach(call -> silent.add(call.getKey() + " " + path.getKey())));
        assertThat(silent).isEmpty();
    }

    @Test
    void a_write_answers_201_where_it_records_and_200_where_it_was_so_already() {
        for (var path : new String[] {"/api/v1/incidents", "/api/v1/incidents/{id}/severity"}) {
            var responses = document.path("paths").path(path).path("post").path("responses");
            assertThat(responses.path("201").path("content").toString()).contains("RecordedBody");
            assertThat(responses.path("200").path("content").toString()).contains("RecordedBody");
        }
    }
}
