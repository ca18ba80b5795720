package io.decklog.standalone.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Plays the incident on a Decklog that is running, and shows what it made of it. */
public final class Demo {
    private final URI address;
    private final Paper paper;
    private final DemoPrinter printer;

    /**
     * @param address where Decklog is reached
     * @param coloured whether {@code out} shows colours
     */
    public Demo(URI address, PrintStream out, boolean coloured) {
        this.address = address;
        paper = new Paper(out, coloured);
        printer = new DemoPrinter(paper);
    }

    /**
     * Returns once everything is printed.
     *
     * @throws DemoFailed if a call did not work
     */
    public void play() throws InterruptedException {
        try (DemoClient client = new DemoClient(address)) {
            String number = new DemoIncident(new Scribe(client)).play();
            timeline(client, number);
            decisions(client, number);
            stopgaps(client);
            paper.heading("Postmortem draft of " + number);
            printer.markdown(client.getText("incidents/" + number + "/postmortem", "text/markdown"));
            addresses(number);
        }
    }

    private void timeline(DemoClient client, String number) throws InterruptedException {
        JsonNode timeline = client.get("incidents/" + number + "/timeline?limit=1000");
        paper.heading("Timeline of " + number + ", 30 March 2026, by the time things happened (UTC)");
        paper.labelled(
                "",
                "A real incident, retold from the public report of the Ministry of Justice's Cloud Platform. Roles "
                        + "stand for people; what the report leaves open is filled in.");
        paper.line("");
        timeline.path("entries").forEach(printer::entry);
    }

    private void decisions(DemoClient client, String number) throws InterruptedException {
        paper.heading("Decision audit");
        List<JsonNode> decisions = new ArrayList<>();
        client.get("decisions?incident=" + number).path("items").forEach(decisions::add);
        for (JsonNode decision : decisions.reversed()) {
            String id = decision.path("decisionId").asString("");
            printer.decision(decision, client.get("decisions/" + id + "/known"));
        }
    }

    private void stopgaps(DemoClient client) throws InterruptedException {
        paper.heading("Stopgaps and what they still owe");
        client.get("stopgaps").path("items").forEach(printer::stopgap);
    }

    private void addresses(String number) {
        paper.heading("Look around");
        paper.line("Postmortem    " + address.resolve("/api/v1/incidents/" + number + "/postmortem"));
        paper.line("Timeline      " + address.resolve("/api/v1/incidents/" + number + "/timeline"));
        paper.line("Decisions     " + address.resolve("/api/v1/decisions"));
        paper.line("The whole API " + address.resolve("/swagger-ui.html"));
    }
}
