package io.decklog.standalone.client;

import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Hands a file of past incidents to a server and waits until all of it is taken in. */
public final class Upload {

    private static final long POLL_MILLIS = 200;

    private final Server server;
    private final PrintStream out;
    private final boolean bar;

    /** @param bar whether to draw a progress bar on standard error; else a line is written now and then */
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
        try (var progress = Progress.of("Import", " lines", out, bar)) {
            while ("QUEUED".equals(job.path("state").asString())
                    || "RUNNING".equals(job.path("state").asString())) {
                Thread.sleep(POLL_MILLIS);
                job = server.get(path);
                progress.at(job.path("done").asLong(), job.path("total").asLong(), "");
            }
        }
        return job;
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
