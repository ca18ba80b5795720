package io.decklog.wiring.log.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTest {

    private static final LoggedEvent FIRST = event(1, "2", "{\"title\":\"Bestellungen schlagen fehl \\u00e4 ä 🜁\"}");
    private static final LoggedEvent SECOND = event(2, null, "{\"a\" : 1.00, \"b\":[{\"c\":\"}\\\"{\"}], \"d\":1e2}");

    private static LoggedEvent event(long sequence, @Nullable String revision, String payload) {
        return new LoggedEvent(
                "6c4e8c1e-0000-7000-8000-00000000000" + sequence,
                "6c4e8c1e-0000-7000-8000-000000000001",
                sequence,
                "Incident",
                "ObservationRecorded",
                revision,
                "2026-03-30T08:14:00.123Z",
                payload,
                "{\"salt\":\"x\"}");
    }

    private static String file(LoggedEvent... events) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new LogFileWriter();
        file.begin(out);
        for (var event : events) {
            file.write(event, out);
        }
        file.end(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<LoggedEvent> read(String file) {
        var reader = new LogFileReader();
        var events = new ArrayList<LoggedEvent>();
        file.lines()
                .map(line -> reader.read(line.getBytes(StandardCharsets.UTF_8)))
                .flatMap(Optional::stream)
                .forEach(events::add);
        assertThat(reader.end()).isEqualTo(events.size());
        return events;
    }

    private static void assertBroken(String file, long line, String detail) {
        assertThatExceptionOfType(LogFileBroken.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(detail)
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(line));
    }

    @Test
    void what_is_read_is_what_was_written_to_the_byte() throws IOException {
        assertThat(read(file(FIRST, SECOND))).containsExactly(FIRST, SECOND);
        assertThat(read(file())).isEmpty();
    }

    @Test
    void the_same_log_makes_the_same_file_with_a_digest_that_other_tools_can_check() throws IOException {
        assertThat(file(FIRST, SECOND)).isEqualTo(file(FIRST, SECOND));
        // printf '{"decklog":"log","version":1}\n' | sha256sum
        assertThat(file()).isEqualTo("""
                {"decklog":"log","version":1}
                {"events":0,"sha256":"%s"}
                """.formatted("9140a8a84e20b340005d2f484a939871b868e38a024c4e533ee14ee4e5c0b420"));
    }

    @Test
    void a_changed_byte_a_lost_line_and_a_doubled_one_are_noticed() throws IOException {
        var file = file(FIRST, SECOND);
        var lines = file.lines().toList();

        assertBroken(file.replace("1.00", "1.01"), 4, "the file was changed");
        assertBroken(String.join("\n", lines.get(0), lines.get(1), lines.get(3)), 3, "tells of 2 events");
        assertBroken(
                String.join("\n", lines.get(0), lines.get(1), lines.get(2), lines.get(2), lines.get(3)),
                5,
                "tells of 2 events");
        assertBroken(
                String.join("\n", lines.get(0), lines.get(2), lines.get(1), lines.get(3)), 4, "the file was changed");
    }

    @Test
    void a_file_that_ends_too_early_or_too_late_is_noticed() throws IOException {
        var file = file(FIRST, SECOND);
        var lines = file.lines().toList();

        assertBroken(String.join("\n", lines.subList(0, 3)), 3, "the rest of the file is missing");
        assertBroken(String.join("\n", lines.subList(0, 2)), 2, "the rest of the file is missing");
        assertBroken(file + lines.get(1), 5, "behind the last line");
        assertThatExceptionOfType(LogFileBroken.class).isThrownBy(() -> read(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"incident\":{\"title\":\"x\"},\"entries\":[]}",
                "{\"decklog\":\"log\"}",
                "{\"decklog\":\"log\",\"version\":2}",
                "{\"decklog\":{\"log\":1}}",
                "[]",
                "nonsense",
                "{}",
            })
    void another_first_line_is_refused(String line) {
        assertThatExceptionOfType(LogFileBroken.class)
                .isThrownBy(() -> read(line))
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sequence\":2 | \"sequence\":\"x\" | For input string",
                "\"type\" | \"typo\" | must have aggregate, id,",
                "\"type\" | \"more\":1,\"type\" | must have aggregate, id,",
                "\"type\" | \"id\":\"twice\",\"type\" | Duplicate",
                "\"metadata\":{\"salt\":\"x\"} | \"metadata\":\"x\" | metadata must be a JSON object",
                "\"metadata\":{\"salt\":\"x\"}} | \"metadata\":{\"salt\":\"x\"}}{} | is not one JSON object",
            })
    void a_line_that_is_no_event_is_refused_with_its_number(String part, String other, String detail)
            throws IOException {
        var lines = new ArrayList<>(file(FIRST, SECOND).lines().toList());
        lines.set(2, lines.get(2).replace(part, other));

        assertBroken(String.join("\n", lines), 3, detail);
    }

    @Test
    void its_first_line_tells_it_from_other_files() throws IOException {
        var bytes = file().lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8);

        assertThat(LogFileReader.isFirstLine(bytes)).isTrue();
        assertThat(LogFileReader.isFirstLine(Arrays.copyOf(bytes, 12))).isFalse();
        assertThat(LogFileReader.isFirstLine(new byte[0])).isFalse();
        assertThat(LogFileReader.isFirstLine("{\"incident\":{}}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
