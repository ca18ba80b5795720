package io.decklog.command.incident;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.wiring.web.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads drafts where any client reads them: {@code GET /api/v1/incidents/{id}/postmortem}. */
final class DraftsOverHttp implements PostmortemDrafts {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final String ENTITY_TAG = "(?:W/)?\"(\\d+)\"";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final URI querySide;

    /** @param querySide the address of the query side, without a path */
    DraftsOverHttp(URI querySide) {
        this.querySide = querySide;
    }

    @Override
    public Draft draft(IncidentId incident) {
        var answer = get("/api/v1/incidents/" + incident + "/postmortem");
        if (answer.statusCode() == HttpStatus.NOT_FOUND.value()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "UNKNOWN_INCIDENT", "there is no incident " + incident);
        }
        if (answer.statusCode() != HttpStatus.OK.value()) {
            throw unavailable("answers " + answer.statusCode());
        }
        return new Draft(
                answer.body(),
                number(answer, HttpHeaders.ETAG, ENTITY_TAG),
                number(answer, "Decklog-Position", "(\\d+)"));
    }

    private HttpResponse<String> get(String path) {
        var request = HttpRequest.newBuilder(querySide.resolve(path))
                .header(HttpHeaders.ACCEPT, "text/markdown")
                .timeout(TO_ANSWER)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException noAnswer) {
            throw unavailable("does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for");
        }
    }

    private static long number(HttpResponse<?> answer, String header, String form) {
        return answer.headers()
                .firstValue(header)
                .flatMap(value -> Optional.of(value).filter(text -> text.matches(form)))
                .map(value -> Long.parseLong(value.replaceAll("\\D", "")))
                .orElseThrow(() -> unavailable("does not say " + header));
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE, "DRAFT_UNAVAILABLE", "the query side at decklog.query-side.url " + why);
    }
}
