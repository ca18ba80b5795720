package io.decklog.standalone.client;

import io.decklog.wiring.log.file.LogFileBroken;
import io.decklog.wiring.log.file.LogFileReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes the log of a server into a file, and checks on the way that it is whole. */
public final class LogDownload {

    private static final int BUFFER = 256 * 1024;

    private final Server server;
    private final PrintStream out;
    private final boolean bar;

    /** @param bar whether to draw a progress bar on standard error; else a line is written now and then */
    public LogDownload(Server server, PrintStream out, boolean bar) {
        this.server = server;
        this.out = out;
        this.bar = bar;
    }

    /** @throws ServerRefused if the file is there already, cannot be written, or what came is not whole */
    public void to(Path file) throws InterruptedException {
        if (Files.exists(file)) {
            throw new ServerRefused("The file %s is there already.".formatted(file));
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        var total = server.get("/api/v1/log").path("events").asLong();
        try {
            var events = server.read("/api/v1/exports/log", body -> download(body, part, total));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            out.printf("%s: %d events, %d bytes.%n", file, events, Files.size(file));
        } catch (LogFileBroken broken) {
            throw new ServerRefused(
                    "What came is not a whole log: line %d %s. It is left in %s."
                            .formatted(broken.line(), broken.getMessage(), part),
                    broken);
        } catch (IOException failure) {
            throw new ServerRefused("The file %s cannot be written: %s".formatted(file, failure.getMessage()), failure);
        }
    }

    /** @return how many events there are */
    private long download(InputStream body, Path part, long total) throws IOException {
        var reader = new LogFileReader();
        try (var channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var progress = Progress.of("Export", " events", out, bar)) {
            var target = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            var lines = new BufferedInputStream(body, BUFFER);
            var line = new ByteArrayOutputStream();
            for (int next = lines.read(); next >= 0; next = lines.read()) {
                target.write(next);
                if (next == '\n') {
                    reader.read(line.toByteArray());
                    line.reset();
                    progress.at(reader.line(), Math.max(total, reader.line()), "");
                } else {
                    line.write(next);
                }
            }
            var events = reader.end();
            target.flush();
            channel.force(true);
            return events;
        }
    }
}
