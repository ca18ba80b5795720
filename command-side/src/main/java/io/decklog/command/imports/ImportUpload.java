package io.decklog.command.imports;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.decklog.wiring.web.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;

/** The body of an import, kept in a temporary file until all of it has come in: a slow caller holds no connection. */
final class ImportUpload implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final FileChannel file;
    private final byte[] digest;

    private ImportUpload(FileChannel file, byte[] digest) {
        this.file = file;
        this.digest = digest;
    }

    /**
     * @param limit in bytes
     * @throws ProblemException 413 if there is more
     */
    static ImportUpload receive(InputStream body, long limit) throws IOException {
        // Without a name from here on, so that nothing of it is left behind whatever happens.
        var file = FileChannel.open(Files.createTempFile("decklog-import", ".ndjson"), READ, WRITE, DELETE_ON_CLOSE);
        try {
            var sha256 = sha256();
            copy(body, new DigestOutputStream(Channels.newOutputStream(file), sha256), limit);
            return new ImportUpload(file, sha256.digest());
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void copy(InputStream body, OutputStream target, long limit) throws IOException {
        var chunk = new byte[CHUNK];
        long received = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            received += read;
            refuseLarger(received, limit);
            target.write(chunk, 0, read);
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
        var body = new BufferedInputStream(Channels.newInputStream(file.position(0)), CHUNK);
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
        file.close();
    }
}
