package io.decklog.standalone.client;

import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hands a file of past incidents to a server and waits until all of it is taken in. */
public final class Upload {

    private static final long POLL_MILLIS = 200;
    private static final int BAR_WIDTH = 100;

    private final Server server;
    private final PrintStream out;
    private final boolean bar;

    /** @param bar whether to draw a progress bar on standard error */
    public Upload(Server server, PrintStream out, boolean bar) {
        this.server = server;
        this.out = out;
        this.bar = bar;
    }

    /** @return whether every line went in */
    public boolean take(Path file) throws InterruptedException {
        var job = await(upload(file).path("id").asString());
        tell(job);
        return job.path("errorCount").asInt() == 0
                && "DONE".equals(job.path("state").asString());
    }

    private JsonNode upload(Path file) throws InterruptedException {
        try {
            return server.post("/api/v1/imports", "application/x-ndjson", BodyPublishers.ofFile(file));
        } catch (FileNotFoundException missing) {
            throw new ServerRefused("The file %s cannot be read.".formatted(file), missing);
        }
    }

    private JsonNode await(String id) throws InterruptedException {
        var path = "/api/v1/imports/" + id;
        var job = server.get(path);
        try (var progress = progress(job)) {
            while ("QUEUED".equals(job.path("state").asString())
                    || "RUNNING".equals(job.path("state").asString())) {
                Thread.sleep(POLL_MILLIS);
                job = server.get(path);
                if (progress != null) {
                    progress.stepTo(job.path("done").asLong());
                }
            }
        }
        return job;
    }

    private @Nullable ProgressBar progress(JsonNode job) {
        return bar
                ? new ProgressBarBuilder()
                        .setTaskName("Import")
                        .setUnit(" lines", 1)
                        .setInitialMax(job.path("total").asLong())
                        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                        .setMaxRenderedLength(BAR_WIDTH)
                        .build()
                : null;
    }

    private void tell(JsonNode job) {
        for (var error : job.path("errors")) {
            out.printf(
                    "line %d: %s %s%n",
                    error.path("line").asInt(),
                    error.path("field").asString(),
                    error.path("detail").asString());
        }
        out.printf(
                "%s: %d lines, %d taken with %d new entries, %d already there, %d refused.%n",
                job.path("state").asString(),
                job.path("lines").asInt(),
                job.path("taken").asInt(),
                job.path("entriesTaken").asLong(),
                job.path("skipped").asInt(),
                job.path("failed").asInt());
    }
}
