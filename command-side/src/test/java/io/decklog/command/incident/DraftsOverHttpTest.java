package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.decklog.api.incident.IncidentId;
import io.decklog.api.postmortem.PostmortemDrafts;
import io.decklog.api.postmortem.PostmortemDrafts.Draft;
import io.decklog.wiring.web.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class DraftsOverHttpTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final String PATH = "/api/v1/incidents/" + INCIDENT + "/postmortem";

    private HttpServer querySide;

    @BeforeEach
    void start() throws IOException {
        querySide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        querySide.start();
    }

    @AfterEach
    void stop() {
        querySide.stop(0);
    }

    @Test
    void a_draft_comes_with_its_sequence_and_its_position() {
        answers(200, "\"12\"", "1712", "# INC-1: Käse\n");
        assertThat(drafts().draft(INCIDENT)).isEqualTo(new Draft("# INC-1: Käse\n", 12, 1_712));
    }

    @Test
    void an_incident_it_does_not_know_is_unknown() {
        answers(404, "", "", "{}");
        refused("there is no incident");
    }

    @Test
    void an_answer_that_is_no_draft_is_none() {
        answers(503, "", "", "{}");
        refused("decklog.query-side.url answers 503");
    }

    @Test
    void an_answer_that_does_not_say_how_far_it_goes_is_none() {
        answers(200, "\"abc\"", "1712", "# INC-1");
        refused("does not say ETag");
    }

    @Test
    void a_query_side_that_is_not_there_does_not_answer() {
        querySide.stop(0);
        refused("does not answer");
    }

    @Test
    void without_a_query_side_the_setting_is_named() {
        var nobody = new StaticListableBeanFactory().getBeanProvider(PostmortemDrafts.class);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new DraftsOfQuerySide(nobody, new QuerySideSettings(null)).draft(INCIDENT))
                .withMessageContaining("decklog.query-side.url");
    }

    private void refused(String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> drafts().draft(INCIDENT))
                .withMessageContaining(why);
    }

    private PostmortemDrafts drafts() {
        return new DraftsOverHttp(
                URI.create("http://localhost:" + querySide.getAddress().getPort()));
    }

    private void answers(int status, String tag, String position, String body) {
        querySide.createContext(PATH, exchange -> answer(exchange, status, tag, position, body));
    }

    private static void answer(HttpExchange exchange, int status, String tag, String position, String body)
            throws IOException {
        assertThat(exchange.getRequestHeaders().getFirst("Accept")).isEqualTo("text/markdown");
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Decklog-Position", position);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
