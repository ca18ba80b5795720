package io.decklog.standalone.demo;

import static io.decklog.standalone.demo.Scribe.option;

import java.util.List;
import java.util.Map;

/** The second half of the incident: the cause is found, worked around, and the new version goes out again. */
final class DemoAftermath {
    private static final String LEAD = "Platform lead";
    private static final String SECOND = "Second platform engineer";

    private final Scribe scribe;

    DemoAftermath(Scribe scribe) {
        this.scribe = scribe;
    }

    /** @param rollBack the mitigation that is no longer needed at the end */
    void play(String rollBack) throws InterruptedException {
        String exclusion = excludeRule(findCause());
        scribe.write(
                "10:30",
                LEAD,
                "roles",
                Map.of(
                        "role", "COMMANDER",
                        "holder", SECOND,
                        "handover", "Users are served. What is left is to deploy the new version safely."));
        redeploy(rollBack);
        planPermanentFix(exclusion);
        resolve();
    }

    private String findCause() throws InterruptedException {
        String cookie = scribe.observe(
                "09:52",
                SECOND,
                "LOGS",
                "One firewall rule takes the posthog cookie that browsers send for an attack.");
        String scope = scribe.observe(
                "10:05", SECOND, "PERSON", "The cookie was given a narrower scope in time for the new version.");
        scribe.write(
                "10:12",
                SECOND,
                "entries/" + scope + "/correction",
                Map.of(
                        "text",
                                "The cookie was given a narrower scope, but too late for browsers to have dropped the old one.",
                        "reason", "The change was newer than I remembered."));
        return cookie;
    }

    private String excludeRule(String cookie) throws InterruptedException {
        String decision = scribe.write(
                        "10:23",
                        SECOND,
                        "decisions",
                        Map.of(
                                "question",
                                "How do we stop the rule that the cookie sets off?",
                                "options",
                                List.of(
                                        option(
                                                "Temporary global exclusion",
                                                "Holds for every service at once.",
                                                "The rule protects nobody while it is off.",
                                                "REVERSIBLE"),
                                        option(
                                                "Wait for the cookie to expire",
                                                "The rule stays on everywhere.",
                                                "The new version cannot go out for weeks.",
                                                "REVERSIBLE")),
                                "chosen",
                                "Temporary global exclusion",
                                "rationale",
                                "The cookie was re-scoped too late to have expired in all browsers.",
                                "evidence",
                                List.of(cookie),
                                "decidedBy",
                                LEAD))
                .path("decisionId")
                .asString("");
        return scribe.write(
                        "10:23",
                        SECOND,
                        "mitigations",
                        Map.of(
                                "description", "Exclude one firewall rule globally",
                                "kind", "CONFIGURATION",
                                "permanence", "STOPGAP",
                                "decisionId", decision,
                                "risk", "The rule is off for every service on the platform",
                                "exitCondition", "The old cookie has expired in enough browsers"))
                .path("mitigationId")
                .asString("");
    }

    private void redeploy(String rollBack) throws InterruptedException {
        scribe.write(
                "11:00",
                SECOND,
                "decisions",
                Map.of(
                        "question", "Is it safe to deploy the new version again today?",
                        "options", List.of(Map.of("name", "Yes, with both exclusions"), Map.of("name", "Not today")),
                        "chosen", "Yes, with both exclusions",
                        "rationale", "Both known causes, the login rules and the cookie, are excluded now.",
                        "decidedBy", SECOND));
        scribe.inform("11:32", "platform users", "We plan to deploy the new version again at 13:00 UTC.", "13:45");
        scribe.observe("13:00", SECOND, "DEPLOY", "The deployment of the new version with its exclusions begins.");
        scribe.write(
                "13:00",
                SECOND,
                "mitigations/" + rollBack + "/rollback",
                Map.of("reason", "The new version is deployed again, now with its exclusions."));
    }

    private void planPermanentFix(String exclusion) throws InterruptedException {
        scribe.write(
                "13:20",
                SECOND,
                "mitigations/" + exclusion + "/permanent-fix",
                Map.of(
                        "owner", LEAD,
                        "dueAt", "2026-04-30T16:00:00Z",
                        "description", "Remove the global exclusion and watch what the rule then refuses",
                        "exitCondition", "The old cookie has expired in enough browsers"));
    }

    private void resolve() throws InterruptedException {
        scribe.observe("13:38", SECOND, "METRICS", "The new version serves all traffic and refuses no real user.");
        scribe.write(
                "13:39",
                SECOND,
                "resolve",
                Map.of(
                        "summary",
                        "The new ingress version is deployed with a local and a global exclusion; nothing has recurred."));
        scribe.write(
                "13:41",
                "Communications lead",
                "status-updates",
                Map.of("audience", "platform users", "message", "The deployment is complete."));
    }
}
