package io.decklog.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DemoPrinterTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void wrapsAtSpaces() {
        assertThat(Paper.wrap("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void leavesALongWordWhole() {
        assertThat(Paper.wrap("see https://example.org/long now", 8))
                .containsExactly("see", "https://example.org/long", "now");
    }

    @Test
    void keepsTextInItsColumnWhateverTheKind() {
        print(false, """
                {"type":"role","occurredAt":"2026-03-30T08:14:00Z","text":"%s","by":"Ann"}""".formatted("word ".repeat(40)));
        print(false, """
                {"type":"mitigation-rolled-back","occurredAt":"2026-03-30T13:00:00Z","text":"word","by":"Ann"}""");

        List<String> lines = printed();
        assertThat(lines).hasSizeGreaterThan(3).allMatch(line -> line.length() <= Paper.WIDTH);
        assertThat(lines).allMatch(line -> line.indexOf("word") == 31);
        assertThat(lines.getFirst()).startsWith("08:14  role ");
        assertThat(lines.getLast()).isEqualTo("13:00  mitigation-rolled-back  word – Ann");
    }

    @Test
    void marksWhatWasLateCorrectedOrStruck() {
        print(false, """
                {"type":"observation","occurredAt":"2026-03-30T06:11:00Z","text":"T","by":"client","onBehalfOf":"Ann",
                 "late":true,"lateReason":"L","corrected":true,"struck":true,"strike":{"reason":"S"}}""");

        assertThat(printed().getFirst()).endsWith("T – Ann [late: L] [corrected] [struck: S]");
    }

    @Test
    void coloursOnlyWhereColourIsSeen() {
        String declared = """
                {"type":"declared","occurredAt":"2026-03-30T08:14:00Z","text":"T","by":"Ann"}""";
        print(false, declared);
        print(true, declared);

        assertThat(printed().getFirst()).doesNotContain("\u001b");
        assertThat(printed().getLast()).startsWith("\u001b[31m08:14");
    }

    private void print(boolean coloured, String entry) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new DemoPrinter(new Paper(out, coloured)).entry(JSON.readTree(entry));
    }

    private List<String> printed() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
