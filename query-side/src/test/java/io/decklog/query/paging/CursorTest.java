package io.decklog.query.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.query.story.Story;
import io.decklog.wiring.web.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_names_the_place_it_was_made_for() {
        var id = UUID.randomUUID();
        var cursor = Cursor.parse(Cursor.of("decided", Story.START, id, 7).toText(), "decided", 3);
        assertThat(cursor.instant(0)).isEqualTo(Story.START);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eA", "%%%", "ZGVjaWRlZCwx", "  "})
    void garbage_is_refused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.parse(text, "decided", 3));
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        var text = Cursor.of("declared", 1).toText();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.parse(text, "decided", 1));
    }

    @Test
    void keys_that_are_not_what_they_should_be_are_refused() {
        var cursor = Cursor.of("decided", "x");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.instant(0));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.uuid(0));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.number(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-03-30", "+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", ""})
    void a_time_that_is_not_rfc_3339_is_refused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Moments.parse("from", text));
    }

    @Test
    void a_plus_sign_may_arrive_as_a_space() {
        assertThat(Moments.parse("from", "2026-03-30T10:00:00 02:00")).isEqualTo(Story.START);
    }
}
