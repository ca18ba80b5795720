package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.RejectionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason to refuse a command is seen refusing one, by {@link Log#refuses} or the like. */
class RejectionCodesTest {

    private static String tests = "";

    @BeforeAll
    static void read_the_tests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith(".java"))
                    .map(RejectionCodesTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_seen_in_a_test(RejectionCode code) {
        assertThat(Pattern.compile("refuse[sd]\\(\\s*(RejectionCode\\.)?" + code + "\\b")
                        .matcher(tests)
                        .find())
                .as("a test in which a command is refused with " + code)
                .isTrue();
    }
}
