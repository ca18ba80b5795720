package io.decklog.command.logimport;

import io.decklog.command.logimport.LogImportProgress.State;
import io.decklog.wiring.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Progress as lines of JSON, each sent at once. The answer begins with the first of them. */
final class ProgressLines {

    private static final long EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final HttpServletResponse response;
    private final JsonMapper json;
    private @Nullable LogImportProgress last;
    private long saidAt = System.nanoTime() - EVERY_NANOS;

    ProgressLines(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /** @throws UncheckedIOException if the caller has gone away */
    void add(LogImportProgress progress) {
        last = progress;
        if (progress.state() != State.RUNNING || System.nanoTime() - saidAt > EVERY_NANOS) {
            saidAt = System.nanoTime();
            write(progress);
        }
    }

    /** @throws ProblemException the same, if nothing was answered yet */
    void fail(ProblemException refused) {
        var progress = last;
        if (progress == null || !response.isCommitted()) {
            throw refused;
        }
        write(new LogImportProgress(
                State.FAILED, progress.done(), progress.total(), progress.present(), refused.getMessage()));
    }

    private void write(LogImportProgress progress) {
        try {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            var out = response.getOutputStream();
            out.write(json.writeValueAsBytes(progress));
            out.write('\n');
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
