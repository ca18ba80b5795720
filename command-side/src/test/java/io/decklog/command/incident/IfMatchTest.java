package io.decklog.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", "\"1\", \"3\"", " \"3\" "})
    void the_current_sequence_is_allowed(String header) {
        assertThat(IfMatch.allows(header, 3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "3", "", "\"33\""})
    void anything_stale_or_weak_is_not(String header) {
        assertThat(IfMatch.allows(header, 3)).isFalse();
    }
}
