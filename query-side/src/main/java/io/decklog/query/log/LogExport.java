package io.decklog.query.log;

import io.decklog.query.download.Downloads;
import io.decklog.query.download.RowWriter;
import io.decklog.wiring.log.file.LogFileWriter;
import io.decklog.wiring.log.file.LoggedEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole log as a file. */
@RestController
@Tag(name = "Exports")
class LogExport {

    private static final String UP_TO_THE_END = "SELECT " + LoggedEvent.COLUMNS
            + " FROM domain_event_entry WHERE global_index <= :end ORDER BY global_index";

    private final Downloads downloads;
    private final LogEnd end;

    LogExport(Downloads downloads, LogEnd end) {
        this.downloads = downloads;
        this.end = end;
    }

    /** Up to where nothing appears any more between what is there, so that a later export only adds to this one. */
    @GetMapping(path = "/api/v1/exports/log", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Every event of every incident, byte for byte and in the order of the log",
            description = "A line that says what it is, a line an event, and a last line with their number and the "
                    + "SHA-256 of all lines before it; without that line it is not whole. The same log makes the same "
                    + "file, whichever engine keeps it. POST /imports/log takes it.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    void export(HttpServletRequest request, HttpServletResponse response) throws InterruptedException {
        var events = new Downloads.Rows<>(UP_TO_THE_END, Map.of("end", end.settled()), (row, _) -> LoggedEvent.of(row));
        downloads.serve(request, response, MediaType.APPLICATION_NDJSON, events, new Lines());
    }

    private static final class Lines implements RowWriter<LoggedEvent> {

        private final LogFileWriter file = new LogFileWriter();

        @Override
        public void write(List<LoggedEvent> events, boolean first, OutputStream out) throws IOException {
            if (first) {
                file.begin(out);
            }
            for (var event : events) {
                file.write(event, out);
            }
        }

        @Override
        public void end(OutputStream out) throws IOException {
            file.end(out);
        }
    }
}
