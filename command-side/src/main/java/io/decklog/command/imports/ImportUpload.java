package io.decklog.command.imports;

import io.decklog.wiring.web.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;

/** The body of an import, kept in a temporary file until all of it has come in: a slow caller holds no connection. */
final class ImportUpload implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private final byte[] digest;

    private ImportUpload(Path file, byte[] digest) {
        this.file = file;
        this.digest = digest;
    }

    /**
     * @param limit in bytes
     * @throws ProblemException 413 if there is more
     */
    static ImportUpload receive(InputStream body, long limit) throws IOException {
        var file = Files.createTempFile("decklog-import", ".ndjson");
        try (var target = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            var chunk = new byte[CHUNK];
            long received = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                received += read;
                refuseLarger(received, limit);
                target.write(chunk, 0, read);
            }
            return new ImportUpload(file, target.getMessageDigest().digest());
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private static void refuseLarger(long received, long limit) {
        if (received > limit) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "an import may have at most " + limit + " bytes");
        }
    }

    /** SHA-256 of its bytes. */
    byte[] digest() {
        return digest.clone();
    }

    /**
     * Hands out line after line with its number, counted from 1; blank lines are passed over.
     *
     * @param limit in bytes; of a longer line, one byte more than that is handed out
     */
    void forEachLine(int limit, ObjIntConsumer<byte[]> lines) throws IOException {
        try (var body = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            var line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = body.read(); next >= 0; next = body.read()) {
                if (next == '\n') {
                    hand(line, number++, lines);
                } else if (line.size() <= limit) {
                    line.write(next);
                }
            }
            hand(line, number, lines);
        }
    }

    private static void hand(ByteArrayOutputStream line, int number, ObjIntConsumer<byte[]> lines) {
        var content = line.toByteArray();
        if (!IntStream.range(0, content.length).allMatch(i -> Character.isWhitespace(content[i]))) {
            lines.accept(content, number);
        }
        line.reset();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
