package io.decklog.standalone.demo;

import java.util.List;
import java.util.Map;

/** The roll-back and what it achieved; meanwhile more becomes known. */
final class DemoRollBack {
    private static final String ON_CALL = "On-call engineer";
    private static final String LEAD = "Platform lead";
    private static final String TEAM = "Service developer";

    private final Scribe scribe;

    DemoRollBack(Scribe scribe) {
        this.scribe = scribe;
    }

    /** Returns the mitigation that the roll-back is. */
    String carryOut(String decision) throws InterruptedException {
        scribe.write(
                "06:11",
                ON_CALL,
                "observations",
                Map.of(
                        "text", "The first real request is refused by the new rules.",
                        "source", "LOGS",
                        "lateReason", "Only found in the logs after the roll-back had begun."));
        scribe.write(
                "08:22",
                TEAM,
                "mitigations",
                Map.of(
                        "description", "Exclude the rules that block our login from our own ingress",
                        "kind", "CONFIGURATION",
                        "permanence", "PERMANENT"));
        String rollBack = scribe.write(
                        "08:43",
                        ON_CALL,
                        "mitigations",
                        Map.of(
                                "description", "Roll the ingress back to the version of the week before",
                                "kind", "ROLLBACK",
                                "permanence", "STOPGAP",
                                "decisionId", decision,
                                "exitCondition", "The new version is deployed again"))
                .path("mitigationId")
                .asString("");
        String quiet = scribe.observe(
                "08:47", ON_CALL, "METRICS", "No request has been refused since the roll-back was complete.");
        scribe.write(
                "08:48",
                ON_CALL,
                "mitigations/" + rollBack + "/assessment",
                Map.of("effect", "EFFECTIVE", "evidence", List.of(quiet)));
        scribe.write("08:49", LEAD, "mitigated", Map.of("summary", "Users can log in again; the cause is open."));
        return rollBack;
    }
}
