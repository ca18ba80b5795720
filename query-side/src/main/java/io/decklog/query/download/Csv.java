package io.decklog.query.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it: a heading, CRLF behind every line, quotes where they are needed. UTF-8 without a mark.
 *
 * <p>People open it in spreadsheets, and those take a cell that begins with {@code = + - @}, a tab or a line break for a
 * formula, which can send what else is in the sheet to anywhere. Such a cell gets an apostrophe before it, as OWASP
 * recommends: spreadsheets show it as text then. Programs take one apostrophe off such a cell.
 *
 * @param <T> what a line tells of
 */
public final class Csv<T> implements RowWriter<T> {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final String AND = "; ";

    private final List<Column<T>> columns;

    public Csv(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param value what stands in it: the elements of a collection with semicolons between them, nothing for null
     */
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    @Override
    public void write(List<T> rows, boolean first, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        if (first) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
        }
        for (var row : rows) {
            csv.writeRecord(columns.stream()
                    .map(column -> cell(column.value().apply(row)))
                    .toList());
        }
        csv.flush();
    }

    static String cell(@Nullable Object value) {
        var text = switch (value) {
            case null -> "";
            case Collection<?> several ->
                several.stream().map(Objects::toString).collect(Collectors.joining(AND));
            default -> value.toString();
        };
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
