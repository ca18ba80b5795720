package io.decklog.standalone.demo;

import static io.decklog.standalone.demo.Scribe.option;

import java.util.List;
import java.util.Map;

/**
 * A real incident in our own words: a new ingress version whose firewall rules turned real users away, as the Cloud Platform
 * of the Ministry of Justice reported it in public. Roles stand for people; where the report is silent, the roles, the
 * objection and the plan for the permanent fix are filled in.
 */
final class DemoIncident {
    private static final String ON_CALL = "On-call engineer";
    private static final String LEAD = "Platform lead";
    private static final String SECOND = "Second platform engineer";
    private static final String TEAM = "Service developer";

    private final Scribe scribe;

    DemoIncident(Scribe scribe) {
        this.scribe = scribe;
    }

    /** Plays it from the declaration to the end and returns its number. */
    String play() throws InterruptedException {
        String number = declare();
        new DemoAftermath(scribe).play(rollBack());
        return number;
    }

    private String declare() throws InterruptedException {
        String number = scribe.declare(
                "08:14",
                ON_CALL,
                Map.of(
                        "title",
                        "Firewall rules in a new ingress version reject real users",
                        "severity",
                        "SEV2",
                        "services",
                        List.of("ingress", "login"),
                        "summary",
                        "Requests that used to pass are refused since the new ingress version went out.",
                        "startedAt",
                        Scribe.at("06:11"),
                        "detectedAt",
                        Scribe.at("07:56")));
        scribe.write("08:14", LEAD, "roles", Map.of("role", "COMMANDER", "holder", LEAD));
        return number;
    }

    private String rollBack() throws InterruptedException {
        String reports = scribe.observe(
                "07:56",
                TEAM,
                "PERSON",
                "Users of our service are refused at login. Nothing was released on our side.");
        String deployed = scribe.observe(
                "08:05",
                ON_CALL,
                "DEPLOY",
                "The refusals begin with this morning's deployment of the new ingress version.");
        String suspicion = scribe.observe(
                "08:09", SECOND, "PERSON", "This looks like the expired certificate of a few weeks ago.");
        scribe.write(
                "08:12",
                SECOND,
                "entries/" + suspicion + "/strike",
                Map.of("reason", "The certificate is valid; the remark belongs to another incident."));
        scribe.write(
                "08:14",
                LEAD,
                "severity",
                Map.of("severity", "SEV1", "reason", "Every service behind the shared ingress may be affected."));
        String decision = raise();
        scribe.write(
                "08:14",
                LEAD,
                "decisions/" + decision + "/choice",
                Map.of(
                        "chosen",
                        "Roll back",
                        "rationale",
                        "It gives us the time and the calm to investigate and to prepare exclusions.",
                        "evidence",
                        List.of(reports, deployed),
                        "decidedBy",
                        LEAD,
                        "participants",
                        List.of(ON_CALL, SECOND),
                        "expectedOutcome",
                        "Logins work again within half an hour."));
        scribe.inform("08:14", "all platform users", "We are rolling back this morning's ingress version.", "09:00");
        return new DemoRollBack(scribe).carryOut(decision);
    }

    private String raise() throws InterruptedException {
        String decision = scribe.write(
                        "08:14",
                        ON_CALL,
                        "decisions",
                        Map.of(
                                "question", "Fix forward or roll back the ingress version?",
                                "neededBy", Scribe.at("08:30"),
                                "options",
                                        List.of(
                                                option(
                                                        "Fix forward",
                                                        "The new version stays and no second change is needed.",
                                                        "Each service may trip over rules of its own, one by one.",
                                                        "REVERSIBLE"),
                                                option(
                                                        "Roll back",
                                                        "All services work again at once.",
                                                        "The new version has to be rolled out a second time.",
                                                        "COSTLY"))))
                .path("decisionId")
                .asString("");
        scribe.write(
                "08:14",
                SECOND,
                "decisions/" + decision + "/objections",
                Map.of(
                        "by",
                        SECOND,
                        "text",
                        "Once rolled back we no longer see which rules would still refuse real traffic."));
        return decision;
    }
}
