package io.decklog.wiring.log.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a log as NDJSON: a line that says what it is, a line an event, and a last line with their number and the SHA-256
 * of every byte before that line. The same log always makes the same file.
 */
public final class LogFileWriter {

    static final String KIND = "decklog";
    static final String LOG = "log";
    static final String VERSION = "version";
    static final int THIS_VERSION = 1;
    static final String EVENTS = "events";
    static final String DIGEST = "sha256";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageDigest digest = Sha256.start();
    private long events;

    public void begin(OutputStream out) throws IOException {
        write(out, line(json -> {
            json.writeStringProperty(KIND, LOG);
            json.writeNumberProperty(VERSION, THIS_VERSION);
        }));
    }

    public void write(LoggedEvent event, OutputStream out) throws IOException {
        write(out, line(json -> {
            json.writeStringProperty("id", event.id());
            json.writeStringProperty("incidentId", event.incidentId());
            json.writeNumberProperty("sequence", event.sequence());
            json.writeStringProperty("aggregate", event.aggregate());
            json.writeStringProperty("type", event.type());
            writeUnlessNull("revision", event.revision(), json);
            json.writeStringProperty("timestamp", event.timestamp());
            json.writeName("payload").writeRawValue(event.payload());
            json.writeName("metadata").writeRawValue(event.metadata());
        }));
        events++;
    }

    private static void writeUnlessNull(String name, @Nullable String value, JsonGenerator json) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    public void end(OutputStream out) throws IOException {
        var sum = HexFormat.of().formatHex(digest.digest());
        out.write(line(json -> {
            json.writeNumberProperty(EVENTS, events);
            json.writeStringProperty(DIGEST, sum);
        }));
    }

    private void write(OutputStream out, byte[] line) throws IOException {
        digest.update(line);
        out.write(line);
    }

    /** Writes the properties of an object. */
    @FunctionalInterface
    private interface Properties {
        void write(JsonGenerator json);
    }

    private static byte[] line(Properties properties) {
        var line = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            properties.write(json);
            json.writeEndObject();
        }
        line.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }
}
