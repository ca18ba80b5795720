package io.decklog.wiring.log.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link LogFileWriter} wrote, line after line, and keeps the bytes of each event as they are. */
public final class LogFileReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> RAW = Set.of("payload", "metadata");
    private static final Set<String> NEEDED =
            Set.of("id", "incidentId", "sequence", "aggregate", "type", "timestamp", "payload", "metadata");
    private static final int OPTIONAL = 1;

    private final MessageDigest digest = Sha256.start();
    private long lines;
    private long events;
    private boolean isWhole;

    /** Whether a line begins such a file. */
    public static boolean isFirstLine(byte[] line) {
        try {
            return LogFileWriter.LOG.equals(properties(line).get(LogFileWriter.KIND));
        } catch (JacksonException | IllegalArgumentException notJson) {
            return false;
        }
    }

    /**
     * Takes the next line.
     *
     * @param line without the line feed at its end
     * @return its event; none for the first and the last line
     * @throws LogFileBroken if it is not what belongs there
     */
    public Optional<LoggedEvent> read(byte[] line) {
        lines++;
        if (isWhole) {
            throw broken("stands behind the last line");
        }
        try {
            var properties = properties(line);
            if (properties.containsKey(LogFileWriter.DIGEST)) {
                end(properties);
                return Optional.empty();
            }
            digest.update(line);
            digest.update((byte) '\n');
            return lines == 1 ? begin(properties) : Optional.of(event(properties));
        } catch (JacksonException noJson) {
            throw new LogFileBroken(lines, "is not JSON: " + noJson.getOriginalMessage(), noJson);
        } catch (IllegalArgumentException noEvent) {
            throw new LogFileBroken(lines, String.valueOf(noEvent.getMessage()), noEvent);
        }
    }

    /**
     * Says that there are no more lines.
     *
     * @return how many events there were
     * @throws LogFileBroken if the last line was not the last of such a file
     */
    public long end() {
        if (!isWhole) {
            throw new LogFileBroken(lines, "is the last line, and the rest of the file is missing");
        }
        return events;
    }

    /** The line that was taken last, from 1. */
    public long line() {
        return lines;
    }

    private LogFileBroken broken(String detail) {
        return new LogFileBroken(lines, detail);
    }

    private Optional<LoggedEvent> begin(Map<String, String> properties) {
        if (!LogFileWriter.LOG.equals(properties.get(LogFileWriter.KIND))) {
            throw broken("is not the first line of a log that was exported");
        }
        if (!String.valueOf(LogFileWriter.THIS_VERSION).equals(properties.get(LogFileWriter.VERSION))) {
            throw broken("tells of a version of the file that is not known: " + properties.get(LogFileWriter.VERSION));
        }
        return Optional.empty();
    }

    private void end(Map<String, String> properties) {
        if (!String.valueOf(events).equals(properties.get(LogFileWriter.EVENTS))) {
            throw broken(
                    "tells of %s events where there are %d".formatted(properties.get(LogFileWriter.EVENTS), events));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(properties.get(LogFileWriter.DIGEST))) {
            throw broken("has the SHA-256 of other lines than these: the file was changed");
        }
        isWhole = true;
    }

    private LoggedEvent event(Map<String, String> properties) {
        @Nullable String revision = properties.get("revision");
        if (properties.size() != NEEDED.size() + (revision == null ? 0 : OPTIONAL)
                || !properties.keySet().containsAll(NEEDED)) {
            throw broken(
                    "must have " + String.join(", ", NEEDED.stream().sorted().toList()) + " and nothing else");
        }
        events++;
        return new LoggedEvent(
                properties.getOrDefault("id", ""),
                properties.getOrDefault("incidentId", ""),
                Long.parseLong(properties.getOrDefault("sequence", "")),
                properties.getOrDefault("aggregate", ""),
                properties.getOrDefault("type", ""),
                revision,
                properties.getOrDefault("timestamp", ""),
                properties.getOrDefault("payload", ""),
                properties.getOrDefault("metadata", ""));
    }

    /** The scalars of an object as texts; what is kept byte for byte as it stands there. */
    private static Map<String, String> properties(byte[] line) {
        var properties = new HashMap<String, String>();
        try (var json = JSON.createParser(line)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "is not a JSON object");
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                properties.put(name, value(name, json, line));
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "is not one JSON object");
        }
        return properties;
    }

    private static String value(String name, JsonParser json, byte[] line) {
        var token = json.nextToken();
        if (!RAW.contains(name)) {
            require(token.isScalarValue(), name + " must be a text or a number");
            return json.getString();
        }
        require(token == JsonToken.START_OBJECT, name + " must be a JSON object");
        var start = Math.toIntExact(json.currentTokenLocation().getByteOffset());
        json.skipChildren();
        var end = Math.toIntExact(json.currentLocation().getByteOffset());
        return new String(line, start, end - start, StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
