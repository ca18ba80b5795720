package io.decklog.command.logimport;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.decklog.wiring.log.file.LogFileBroken;
import io.decklog.wiring.log.file.LogFileReader;
import io.decklog.wiring.log.file.LoggedEvent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The file of a log that has come in whole and was found to be one, kept in a temporary file. */
final class LogUpload implements AutoCloseable {

    /** The longest line there may be, in bytes: a published postmortem is the longest event. */
    static final int LINE_LIMIT = 8 * 1024 * 1024;

    private static final int BUFFER = 256 * 1024;

    private final FileChannel file;
    private long events;
    private Set<String> incidents = Set.of();

    private LogUpload(FileChannel file) {
        this.file = file;
    }

    /** @throws LogFileBroken if it is not a whole log, at the first line that shows it */
    static LogUpload receive(InputStream body, EventReader reader) throws IOException {
        // Without a name from here on, so that nothing of it is left behind whatever happens.
        var file = FileChannel.open(Files.createTempFile("decklog-log", ".ndjson"), READ, WRITE, DELETE_ON_CLOSE);
        try {
            var upload = new LogUpload(file);
            upload.copy(body, new EventChecks(reader));
            return upload;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private void copy(InputStream body, EventChecks checks) throws IOException {
        var out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        var reader = new LogFileReader();
        forEachLine(body, line -> {
            reader.read(line).ifPresent(event -> checks.next(event, reader.line()));
            write(line, out);
        });
        events = reader.end();
        incidents = checks.incidents();
        out.flush();
    }

    private static void write(byte[] line, OutputStream out) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    long events() {
        return events;
    }

    /** The ids of the incidents it tells of. */
    Set<String> incidents() {
        return incidents;
    }

    /** Hands out the events in their order, so many at a time. */
    void forEachBatch(int size, Consumer<List<LoggedEvent>> batches) throws IOException {
        var reader = new LogFileReader();
        var batch = new ArrayList<LoggedEvent>(size);
        forEachLine(Channels.newInputStream(file.position(0)), line -> {
            reader.read(line).ifPresent(batch::add);
            if (batch.size() == size) {
                batches.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            batches.accept(List.copyOf(batch));
        }
    }

    private static void forEachLine(InputStream in, Consumer<byte[]> lines) throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER);
        var line = new ByteArrayOutputStream();
        long number = 1;
        for (int next = buffered.read(); next >= 0; next = buffered.read()) {
            if (next == '\n') {
                lines.accept(line.toByteArray());
                line.reset();
                number++;
            } else if (line.size() == LINE_LIMIT) {
                throw new LogFileBroken(number, "is longer than %d bytes".formatted(LINE_LIMIT));
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            lines.accept(line.toByteArray());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
