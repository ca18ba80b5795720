package io.decklog.command.logimport;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the import of a log has come.
 *
 * @param done events of the file that are in the log
 * @param total events of the file
 * @param present those of them that had been there before
 * @param reason why it has failed; null otherwise
 */
@Schema(name = "LogImport")
record LogImportProgress(
        State state,
        long done,
        long total,
        long present,
        @Nullable String reason) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
