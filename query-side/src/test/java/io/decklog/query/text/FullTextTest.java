package io.decklog.query.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.decklog.wiring.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullTextTest {

    @Test
    void a_query_loses_the_blanks_around_it() {
        assertThat(FullText.query("q", " dead lock\n")).isEqualTo("dead lock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n"})
    void nothing_cannot_be_looked_for(String query) {
        assertThatThrownBy(() -> FullText.query("q", query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.errors())
                                .singleElement()
                                .extracting("field")
                                .isEqualTo("q"));
    }

    @Test
    void a_query_has_a_thousand_characters_at_most() {
        assertThat(FullText.query("q", "x".repeat(1000))).hasSize(1000);
        assertThatThrownBy(() -> FullText.query("q", "x".repeat(1001))).isInstanceOf(ProblemException.class);
    }

    @Test
    void of_a_very_long_text_its_beginning_is_indexed() {
        assertThat(FullText.indexed("x".repeat(200_001))).hasSize(200_000);
        assertThat(FullText.indexed("x".repeat(199_999) + "\uD83D\uDEA8")).isEqualTo("x".repeat(199_999));
        assertThat(FullText.indexed("short")).isEqualTo("short");
    }
}
