package io.decklog.query.operator;

import io.decklog.query.rebuild.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** Findings as lines of JSON, each sent at once. */
record FindingLines(OutputStream out, JsonMapper json) {

    /** @throws UncheckedIOException if the caller has gone away */
    void add(Finding finding) {
        try {
            out.write(json.writeValueAsBytes(finding));
            out.write('\n');
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
