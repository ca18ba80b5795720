package io.decklog.standalone.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** Shows what was read back the way a person would want to read it. */
final class DemoPrinter {
    private static final int KIND_WIDTH = 22;
    private static final int LABEL_WIDTH = 15;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final Paper paper;

    DemoPrinter(Paper paper) {
        this.paper = paper;
    }

    /** One entry: time, kind, and the text with its author and what happened to it since. */
    void entry(JsonNode entry) {
        String kind = string(entry, "type");
        String label = "%s  %-" + KIND_WIDTH + "s  ";
        boolean struck = entry.path("struck").asBoolean(false);
        paper.labelled(
                label.formatted(time(entry, "occurredAt"), kind),
                Ink.of(kind),
                "%s – %s%s".formatted(string(entry, "text"), person(entry), marks(entry, struck)),
                struck ? Ink.STRUCK : Ink.PLAIN);
    }

    void decision(JsonNode decision, JsonNode known) {
        paper.line("");
        paper.labelled(time(decision, "decidedAt") + "  ", Ink.PLAIN, string(decision, "question"), Ink.of("decision"));
        part("chosen", string(decision, "chosen"));
        for (JsonNode option : decision.path("options")) {
            if (!string(option, "name").equals(string(decision, "chosen"))) {
                part("not chosen", string(option, "name"));
            }
        }
        part("decided by", string(decision, "decidedBy"));
        part("because", string(decision, "rationale"));
        for (JsonNode objection : decision.path("objections")) {
            part("objection", "%s: %s".formatted(string(objection, "by"), string(objection, "text")));
        }
        part(
                "known then",
                "%d entries: %d cited as evidence, %d not cited; %d true by then but not yet known"
                        .formatted(
                                known.path("known").size(),
                                known.path("citedEvidence").size(),
                                known.path("knownButNotCited").size(),
                                known.path("trueButUnknown").size()));
        for (JsonNode unknown : known.path("trueButUnknown")) {
            part("not known", time(unknown, "occurredAt") + " " + string(unknown, "text"));
        }
    }

    void stopgap(JsonNode stopgap) {
        paper.line("");
        paper.labelled(time(stopgap, "appliedAt") + "  ", Ink.PLAIN, string(stopgap, "description"), Ink.YELLOW);
        part("state", string(stopgap, "state"));
        part("risk", string(stopgap, "risk"));
        part("until", string(stopgap, "exitCondition"));
        part("permanent fix", string(stopgap, "plan"));
        part("owner", string(stopgap, "owner"));
        part("due", string(stopgap, "dueAt"));
        part("settled", string(stopgap, "settledNote"));
    }

    /** Markdown as it is, except that long paragraphs and list items are wrapped. */
    void markdown(String markdown) {
        markdown.lines().forEach(line -> {
            boolean listed = line.startsWith("- ") || line.startsWith("* ") || line.startsWith("> ");
            if (line.length() <= Paper.WIDTH || line.startsWith("|")) {
                paper.line(line);
            } else {
                paper.labelled(listed ? line.substring(0, 2) : "", listed ? line.substring(2) : line);
            }
        });
    }

    private void part(String label, String text) {
        if (!text.isEmpty()) {
            paper.labelled(("       %-" + LABEL_WIDTH + "s").formatted(label), text);
        }
    }

    private static String marks(JsonNode entry, boolean struck) {
        StringBuilder marks = new StringBuilder();
        // The whole story is told long after it happened; only what was late on the day has a reason.
        if (entry.has("lateReason")) {
            marks.append(" [late: ").append(string(entry, "lateReason")).append(']');
        }
        if (entry.path("corrected").asBoolean(false)) {
            marks.append(" [corrected]");
        }
        if (struck) {
            marks.append(" [struck: ")
                    .append(string(entry.path("strike"), "reason"))
                    .append(']');
        }
        return marks.toString();
    }

    private static String person(JsonNode entry) {
        String person = string(entry, "onBehalfOf");
        return person.isEmpty() ? string(entry, "by") : person;
    }

    private static String time(JsonNode of, String field) {
        return TIME.format(Instant.parse(string(of, field)));
    }

    private static String string(JsonNode of, String field) {
        return of.path(field).asString("");
    }
}
