package io.decklog.query.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line, the same as in the lists of JSON.
 *
 * @param <T> what a line tells of
 */
public final class Ndjson<T> implements RowWriter<T> {

    private final ObjectWriter json;

    public Ndjson(JsonMapper json, Class<T> type) {
        this.json = json.writerFor(type).withRootValueSeparator("\n");
    }

    @Override
    public void write(List<T> rows, boolean first, OutputStream out) throws IOException {
        for (var row : rows) {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        }
    }
}
