package io.decklog.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as a whole. */
@RestController
@Tag(name = "Log")
class LogController {

    private final JdbcClient jdbc;

    LogController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/log")
    @Operation(summary = "How many events the log holds, and the position of its last one")
    LogSize log() {
        return jdbc.sql("""
                SELECT count(*) AS events, coalesce(max(global_index), 0) AS position FROM domain_event_entry
                """).query(LogSize.class).single();
    }

    /** @param position the global index of the last event; 0 as long as there is none */
    record LogSize(long events, long position) {}
}
