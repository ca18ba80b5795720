package io.decklog.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.wiring.test.RestClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is not done in time is told by the service itself, wherever one would look for it. */
@ExtendWith(RunningDecklog.class)
class OverdueIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RestClient http;
    private final OwnIncident incident;

    OverdueIT(RestClient http) {
        this.http = http;
        this.incident = OwnIncident.declaredTo(http);
    }

    @Test
    void everything_that_is_overdue_is_told_once_also_after_the_projections_are_rebuilt() throws Exception {
        var due = Instant.now().plusMillis(500).truncatedTo(ChronoUnit.MILLIS).toString();
        incident.recorded("/tasks", Map.of("description", "ask the vendor", "assignee", "sam", "dueAt", due));
        incident.recorded("/decisions", Map.of("question", "Wait?", "neededBy", due));
        incident.recorded(
                "/status-updates", Map.of("audience", "customers", "message", "We look.", "nextUpdateBy", due));
        var stopgap = incident.recorded(
                "/mitigations", Map.of("description", "Cache off", "kind", "FEATURE_OFF", "permanence", "STOPGAP"));
        incident.recorded(
                "/mitigations/" + stopgap + "/permanent-fix",
                Map.of("owner", "kim", "dueAt", due, "description", "Mend it"));

        var told = toldByTheService(4);

        assertThat(told)
                .extracting(entry ->
                        entry.at("/type").asString() + ": " + entry.at("/text").asString())
                .containsExactlyInAnyOrder(
                        "task-overdue: “ask the vendor” was due %s, and sam has not completed it."
                                .formatted(inWords(due)),
                        "decision-overdue: “Wait?” was to be decided by %s, and is not.".formatted(inWords(due)),
                        "status-update-missed: No status update for customers came by %s, as was promised."
                                .formatted(inWords(due)),
                        "permanent-fix-overdue: “Cache off” is still in place: kim was to complete the permanent fix by %s."
                                .formatted(inWords(due)));
        assertThat(told)
                .allSatisfy(
                        entry -> assertThat(entry.at("/occurredAt").asString()).isEqualTo(due));
        isTold();

        for (var projection : List.of("incidents", "timeline", "decisions", "stopgaps")) {
            assertThat(http.post("/projections/" + projection + "/replay", "").status())
                    .isEqualTo(202);
        }

        assertThat(incident.sequence()).isEqualTo(10);
        assertThat(toldByTheService(4)).isEqualTo(told);
        isTold();
    }

    /** To the minute, as sentences tell times. */
    private static String inWords(String moment) {
        return moment.substring(0, 10) + " " + moment.substring(11, 16) + " UTC";
    }

    private void isTold() {
        var seen = upToDate();
        assertThat(seen.get(incident.path()).text("/overdueTasks")).isEqualTo("1");
        assertThat(seen.get(incident.path()).text("/missedStatusUpdates")).isEqualTo("1");
        assertThat(seen.get("/decisions?state=RAISED&incident=" + incident.id()).text("/items/0/overdue"))
                .isEqualTo("true");
        assertThat(seen.get("/stopgaps?state=OVERDUE&incident=" + incident.id()).all("/items"))
                .hasSize(1);
        assertThat(seen.get(incident.path() + "/postmortem").body())
                .contains("Overdue task of sam", "Overdue stopgap, to be paid off by kim", "though needed by");
    }

    private List<JsonNode> toldByTheService(int expected) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var told = upToDate().get(incident.path() + "/timeline?order=recorded").all("/entries").stream()
                    .filter(entry -> entry.at("/by").asString().equals("decklog"))
                    .toList();
            if (told.size() >= expected || Instant.now().isAfter(end)) {
                return told;
            }
            Thread.sleep(50);
        }
    }

    private RestClient upToDate() {
        return http.with("Decklog-Position", http.get("/log").text("/position"));
    }
}
