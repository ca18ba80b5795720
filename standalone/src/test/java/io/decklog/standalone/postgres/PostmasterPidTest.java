package io.decklog.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {
    @Test
    void the_first_line_is_the_process_and_the_third_its_start() {
        var lines =
                List.of("4711", "/data/postgres", "1774858440", "20123", "", "127.0.0.1", "  1234567  0", "ready   ");

        assertThat(PostmasterPid.parse(lines)).contains(new PostmasterPid(4711, Instant.parse("2026-03-30T08:14:00Z")));
    }

    @Test
    void a_single_user_server_notes_its_process_negated() {
        assertThat(PostmasterPid.parse(List.of("-4711", "/data/postgres", "1774858440")))
                .map(PostmasterPid::pid)
                .contains(4711L);
    }

    @Test
    void a_file_cut_short_by_a_crash_names_no_server() {
        assertThat(PostmasterPid.parse(List.of())).isEmpty();
        assertThat(PostmasterPid.parse(List.of("4711", "/data/postgres"))).isEmpty();
        assertThat(PostmasterPid.parse(List.of("", "", ""))).isEmpty();
    }

    @Test
    void a_cluster_that_was_stopped_has_no_file(@TempDir Path cluster) throws IOException {
        assertThat(PostmasterPid.of(cluster)).isEmpty();
    }
}
