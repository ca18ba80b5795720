package io.decklog.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As PostgreSQL's manual describes the text format of COPY, and its input of arrays and times. */
class CopyLinesTest {

    private final CopyLines lines = new CopyLines();

    private String written(@Nullable Object... values) {
        for (var value : values) {
            lines.value(value);
        }
        lines.end();
        return lines.take();
    }

    @Test
    void values_stand_side_by_side_and_none_is_not_the_same_as_an_empty_text() {
        var id = new UUID(1, 2);
        assertThat(written(id, 7L, true, "", null)).isEqualTo("00000000-0000-0001-0000-000000000002\t7\ttrue\t\t\\N\n");
        assertThat(written("next")).isEqualTo("next\n");
    }

    @Test
    void a_text_ends_neither_its_value_nor_its_line() {
        assertThat(written("a\tb\nc\rd\\N", "é 😀")).isEqualTo("a\\tb\\nc\\rd\\\\N\té 😀\n");
    }

    @Test
    void arrays_keep_commas_quotes_and_backslashes_inside_their_texts() {
        assertThat(written((Object) new String[] {"a,b", "say \"hi\"", "c:\\d"}))
                .isEqualTo("{\"a,b\",\"say \\\\\"hi\\\\\"\",\"c:\\\\\\\\d\"}\n");
        assertThat(written((Object) new String[0])).isEqualTo("{}\n");
    }

    @Test
    void times_are_exact_to_the_microsecond_in_any_year_and_the_last_one_is_never() {
        assertThat(written(Table.time(Instant.parse("2026-03-30T08:14:00.123456Z"))))
                .isEqualTo("2026-03-30 08:14:00.123456+00:00\n");
        assertThat(written(Table.time(Instant.parse("+22025-03-30T08:14:00Z"))))
                .isEqualTo("22025-03-30 08:14:00.000000+00:00\n");
        assertThat(written(OffsetDateTime.MAX)).isEqualTo("infinity\n");
    }

    @Test
    void what_no_column_holds_is_refused() {
        assertThatThrownBy(() -> written(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
