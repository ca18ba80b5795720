package io.decklog.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {
    @Test
    void the_last_complaint_is_told_without_its_time_and_rank() {
        var log = """
                2026-03-30 08:14:00.000 UTC [7] LOG:  starting PostgreSQL 18.6
                2026-03-30 08:14:00.001 UTC [7] FATAL:  could not create any TCP/IP sockets
                2026-03-30 08:14:00.002 UTC [7] LOG:  database system is shut down
                """;

        assertThat(ServerLog.lastComplaint(log)).isEqualTo("could not create any TCP/IP sockets");
    }

    @Test
    void a_program_of_PostgreSQL_complains_in_lower_case() {
        assertThat(ServerLog.lastComplaint("initdb: error: could not create directory \"/data\": Permission denied"))
                .isEqualTo("could not create directory \"/data\": Permission denied");
    }

    @Test
    void a_log_without_complaints_yields_none() {
        assertThat(ServerLog.lastComplaint("2026-03-30 08:14:00.000 UTC [7] LOG:  ready\n"))
                .isEmpty();
    }
}
