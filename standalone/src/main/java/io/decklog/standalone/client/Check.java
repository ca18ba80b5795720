package io.decklog.standalone.client;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Lets a server compare its projections with its log, and tells what came out. */
public final class Check {

    private static final String PATH = "/api/v1/projections";
    private static final int SHOWN = 200;

    private final Server server;
    private final PrintStream out;
    private final boolean bar;

    /** @param bar whether to draw a progress bar on standard error; else a line is written now and then */
    public Check(Server server, PrintStream out, boolean bar) {
        this.server = server;
        this.out = out;
        this.bar = bar;
    }

    /** What came out, from the best to the worst. */
    public enum Verdict {
        EQUAL(0),
        DIFFERENT(1),
        UNKNOWN(2);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** The exit status that says so. */
        public int status() {
            return status;
        }
    }

    /** @param name null for all of them; the worst verdict counts */
    public Verdict of(@Nullable String name) throws InterruptedException {
        var worst = Verdict.EQUAL;
        for (var each : name == null ? new Rebuild(server, out, false).names() : List.of(name)) {
            var verdict = one(each);
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return worst;
    }

    private Verdict one(String name) throws InterruptedException {
        var last = new AtomicReference<JsonNode>(MissingNode.getInstance());
        try (var progress = Progress.of(name, " events", out, bar)) {
            server.lines(PATH + '/' + name + "/verification", line -> {
                last.set(line);
                progress.at(line.path("done").asLong(), line.path("total").asLong(), name);
            });
        }
        return tell(name, last.get());
    }

    private Verdict tell(String name, JsonNode last) {
        var position = last.path("position").asLong();
        return switch (last.path("state").asString("")) {
            case "EQUAL" -> {
                out.printf(
                        "%s: equal, %d rows made by %d events up to position %d.%n",
                        name, last.path("rows").asLong(), last.path("done").asLong(), position);
                yield Verdict.EQUAL;
            }
            case "DIFFERENT" -> {
                tell(name, last.path("difference"), position);
                yield Verdict.DIFFERENT;
            }
            default -> {
                out.printf("%s: cannot be told: %s%n", name, last.path("reason").asString("the server broke it off"));
                yield Verdict.UNKNOWN;
            }
        };
    }

    private void tell(String name, JsonNode difference, long position) {
        out.printf(
                "%s: different at position %d, first in table %s, row %s of incident %s%s%n  expected: %s%n  found:    %s%n",
                name,
                position,
                difference.path("table").asString(),
                difference.path("id").asString(),
                difference.path("incidentId").asString(),
                difference.has("field") ? ", field " + difference.path("field").asString() : "",
                shown(difference.path("expected")),
                shown(difference.path("found")));
    }

    private static String shown(JsonNode value) {
        var text = value.asString("nothing");
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
