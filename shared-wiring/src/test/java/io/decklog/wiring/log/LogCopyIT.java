package io.decklog.wiring.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.wiring.SharedWiringConfiguration;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The copy of a log that is in Axon Server; no server is needed to fill it. */
@OnAnyPostgres
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = "decklog.engine=axon-server")
class LogCopyIT {

    private static final Instant NOON = Instant.parse("2026-03-30T12:00:00.123Z");
    private static final String INCIDENT = UUID.randomUUID().toString();

    @Autowired
    private LogCopy copy;

    @Autowired
    private JdbcClient jdbc;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SharedWiringConfiguration.class, LogGrowthConfiguration.class})
    static class Wired {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeEach
    void begin_anew() {
        jdbc.sql("DELETE FROM domain_event_entry").update();
        jdbc.sql("UPDATE log_copy SET owner = NULL, seen_at = NULL, caught_up_at = NULL, obstacle = NULL")
                .update();
    }

    @Test
    void what_is_added_stands_in_the_table_as_if_it_had_been_appended_there() {
        copy.claim("here");

        assertThat(copy.add("here", List.of(observation(1, "5xx at 12 % – Größe"))))
                .isTrue();

        var row = jdbc.sql("SELECT * FROM domain_event_entry").query().singleRow();
        assertThat(row)
                .containsEntry("global_index", 1L)
                .containsEntry("aggregate_identifier", INCIDENT)
                .containsEntry("sequence_number", 0L)
                .containsEntry("type", "Incident")
                .containsEntry("payload_type", "ObservationRecorded")
                .containsEntry("payload_revision", "1")
                .containsEntry("time_stamp", "2026-03-30T12:00:00.123Z");
        assertThat(text(row.get("payload"))).contains("\"text\":\"5xx at 12 % – Größe\"");
        assertThat(text(row.get("meta_data"))).isEqualTo("{\"salt\":\"abc\"}");
    }

    @Test
    void its_last_event_is_known_again() {
        copy.claim("here");
        var last = observation(2, "second");
        copy.add("here", List.of(observation(1, "first"), last));

        assertThat(copy.last())
                .hasValueSatisfying(found -> assertThat(found.isSameAs(last)).isTrue());
        assertThat(last.isSameAs(observation(2, "second"))).isFalse();
    }

    @Test
    void one_process_at_a_time_has_it_until_it_lets_go_or_says_nothing_for_long() {
        assertThat(copy.claim("here")).isTrue();
        assertThat(copy.claim("there")).isFalse();
        copy.release("here");
        assertThat(copy.claim("there")).isTrue();

        jdbc.sql("UPDATE log_copy SET claimed_at = claimed_at - interval '6 s'").update();

        assertThat(copy.claim("here")).isTrue();
    }

    @Test
    void who_has_lost_it_adds_nothing() {
        copy.claim("there");

        assertThat(copy.add("here", List.of(observation(1, "5xx")))).isFalse();
        assertThat(copy.saw("here", 1)).isFalse();
        assertThat(copy.last()).isEmpty();
    }

    @Test
    void all_of_a_batch_is_added_or_none() {
        copy.claim("here");
        var first = observation(1, "first");

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> copy.add("here", List.of(first, observation(2, "second"), first)));
        assertThat(copy.last()).isEmpty();
    }

    @Test
    void it_knows_since_when_it_is_complete_and_how_far_the_log_goes() {
        copy.claim("here");
        copy.saw("here", 0);
        var complete = copy.state();
        copy.saw("here", 2);
        var behind = copy.state();

        assertThat(complete.caughtUpAt()).isNotNull();
        assertThat(behind.caughtUpAt()).isEqualTo(complete.caughtUpAt());
        assertThat(behind.seenAt()).isAfter(complete.seenAt());
        assertThat(behind.end()).isEqualTo(2);
        assertThat(behind.position()).isZero();
    }

    @Test
    void why_it_stands_still_is_forgotten_when_it_goes_on() {
        copy.claim("here");
        copy.standsStill("here", "another log");
        assertThat(copy.state().obstacle()).isEqualTo("another log");

        copy.add("here", List.of(observation(1, "5xx")));

        assertThat(copy.state().obstacle()).isNull();
    }

    @Test
    void a_redaction_takes_the_text_out_of_what_came_before_it_and_leaves_what_comes_after() {
        copy.claim("here");
        var secret = observation(1, "hunter2");
        var events = List.of(secret, observation(2, "5xx"), redactionOf(secret), observation(4, "hunter3"));

        copy.add("here", events);

        assertThat(jdbc.sql("SELECT convert_from(payload, 'UTF8') FROM domain_event_entry ORDER BY global_index")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        redacted -> assertThat(redacted).contains("(redacted)").doesNotContain("hunter2"),
                        other -> assertThat(other).contains("5xx"),
                        redaction -> assertThat(redaction).contains("a password"),
                        later -> assertThat(later).contains("hunter3"));
    }

    private static CopiedEvent redactionOf(CopiedEvent entry) {
        var id = UUID.randomUUID();
        return event(3, id, "EntryRedacted", """
                {"incidentId":"%s","stamp":{"id":"%s"},"entryId":"%s","reason":"a password"}
                """.formatted(INCIDENT, id, entry.identifier()));
    }

    private static CopiedEvent observation(int position, String text) {
        var id = UUID.randomUUID();
        return event(position, id, "ObservationRecorded", """
                {"incidentId":"%s","stamp":{"id":"%s"},"text":"%s"}""".formatted(INCIDENT, id, text));
    }

    private static CopiedEvent event(int position, UUID id, String type, String payload) {
        return new CopiedEvent(
                position,
                id.toString(),
                INCIDENT,
                position - 1,
                "Incident",
                type,
                "1",
                payload.getBytes(StandardCharsets.UTF_8),
                Map.of("salt", "abc"),
                NOON);
    }

    private static String text(@Nullable Object bytes) {
        return bytes == null ? "" : new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
