package io.decklog.query.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private final Csv<List<String>> csv = new Csv<>(List.of(
            new Csv.Column<>("first", List::getFirst),
            new Csv.Column<>("the, rest", row -> row.subList(1, row.size()))));

    @Test
    void a_heading_then_a_line_for_each_row_with_quotes_where_they_are_needed() throws IOException {
        assertThat(written(List.of(List.of("plain", "a", "b"), List.of("say \"no\",\nthen go"))))
                .isEqualTo("first,\"the, rest\"\r\nplain,a; b\r\n\"say \"\"no\"\",\nthen go\",\r\n");
    }

    @Test
    void without_rows_it_is_the_heading_and_the_heading_comes_once() throws IOException {
        assertThat(written(List.of())).isEqualTo("first,\"the, rest\"\r\n");
        var out = new ByteArrayOutputStream();
        csv.write(List.of(List.of("one")), false, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
    void what_a_spreadsheet_takes_for_a_formula_is_text(String text) {
        assertThat(Csv.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", "a=b", "'quoted", " =1"})
    void anything_else_stays_as_it_is(String text) {
        assertThat(Csv.cell(text)).isEqualTo(text);
    }

    private String written(List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        csv.write(rows, true, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
