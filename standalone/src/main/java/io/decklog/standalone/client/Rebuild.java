package io.decklog.standalone.client;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a server for rebuilds of projections and waits until they have come to their end. */
public final class Rebuild {

    private static final String PATH = "/api/v1/projections";
    private static final long POLL_MILLIS = 200;

    private final Server server;
    private final PrintStream out;
    private final boolean bar;
    private volatile @Nullable Progress shown;

    /** @param bar whether to draw a progress bar on standard error; else a line is written now and then */
    public Rebuild(Server server, PrintStream out, boolean bar) {
        this.server = server;
        this.out = out;
        this.bar = bar;
    }

    /** Of all projections. */
    public List<String> names() throws InterruptedException {
        return server.get(PATH)
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    /** @param name null for all of them */
    public void ask(@Nullable String name) throws InterruptedException {
        server.post(name == null ? PATH + "/replay" : path(name));
    }

    public void cancel(List<String> names) {
        try {
            for (var name : names) {
                var rebuild = cancelled(name);
                rebuild.ifPresent(
                        it -> out.printf("%s: %s%n", name, it.path("state").asString()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<JsonNode> cancelled(String name) throws InterruptedException {
        var never = server.get(PATH + '/' + name).path("rebuild").isMissingNode();
        return never ? Optional.empty() : Optional.of(server.post(path(name) + "/cancel"));
    }

    /** @return whether all of them were rebuilt */
    public boolean watch(List<String> names) throws InterruptedException {
        var done = true;
        try (var progress = Progress.of("Replay", " events", out, bar)) {
            shown = progress;
            for (var name : names) {
                var rebuild = server.get(path(name));
                while (isOpen(rebuild)) {
                    progress.at(
                            rebuild.path("done").asLong(), rebuild.path("total").asLong(), doing(name, rebuild));
                    Thread.sleep(POLL_MILLIS);
                    rebuild = server.get(path(name));
                }
                progress.say(sentence(name, rebuild));
                done &= "DONE".equals(rebuild.path("state").asString());
            }
        }
        return done;
    }

    /** Draws nothing more, so that something can be asked on the terminal. */
    public void stayStill() {
        var progress = shown;
        if (progress != null) {
            progress.stayStill();
        }
    }

    private static String doing(String name, JsonNode rebuild) {
        var step = rebuild.path("step").asString("QUEUED").toLowerCase(Locale.ROOT);
        var left = rebuild.path("secondsLeft");
        return left.isNumber() ? "%s: %s, %d s left".formatted(name, step, left.asLong()) : name + ": " + step;
    }

    private static boolean isOpen(JsonNode rebuild) {
        return List.of("QUEUED", "RUNNING").contains(rebuild.path("state").asString());
    }

    private static String sentence(String name, JsonNode rebuild) {
        var reason = rebuild.path("reason").asString("");
        return "%s: %s, %d of %d events, %d events/s, position %s%s"
                .formatted(
                        name,
                        rebuild.path("state").asString(),
                        rebuild.path("done").asLong(),
                        rebuild.path("total").asLong(),
                        rebuild.path("eventsPerSecond").asLong(),
                        rebuild.path("position").asString("-"),
                        reason.isEmpty() ? "." : ": " + reason);
    }

    private static String path(String name) {
        return PATH + '/' + name + "/replay";
    }
}
