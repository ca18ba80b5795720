package io.decklog.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.decklog.api.incident.IncidentId;
import io.decklog.wiring.schema.SchemaMigration;
import io.decklog.wiring.test.OnAnyPostgres;
import io.decklog.wiring.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a request between its being accepted and its being answered. */
@OnAnyPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntentsIT {

    private final IncidentId incident = new IncidentId(UUID.randomUUID());
    private final UUID entry = UUID.randomUUID();
    private RememberedAnswers answers;

    @BeforeAll
    void connect() throws Exception {
        var database = new DriverManagerDataSource(TestDatabase.create());
        SchemaMigration.of(database, "command_side", "classpath:db/command").afterPropertiesSet();
        database.setSchema("command_side");
        answers = new RememberedAnswers(JdbcClient.create(database), JsonMapper.shared(), Clock.systemUTC());
    }

    @Test
    void a_request_without_an_answer_is_known_by_what_it_is_about_to_record() {
        var request = request("body");
        answers.intend(request, incident, entry);

        assertThat(answers.find(request, String.class)).isEmpty();
        assertThat(answers.findIntent(request)).contains(new Intent(incident, entry));
    }

    @Test
    void it_can_be_tried_again() {
        var request = request("body");
        answers.intend(request, incident, entry);
        answers.intend(request, incident, entry);
        answers.remember(request, "answer");

        assertThat(answers.find(request, String.class)).contains("answer");
        assertThat(answers.findIntent(request)).isEmpty();
    }

    @Test
    void it_does_not_record_a_second_entry() {
        var request = request("body");
        answers.intend(request, incident, entry);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> answers.intend(request, incident, UUID.randomUUID()));
        assertThat(answers.findIntent(request)).contains(new Intent(incident, entry));
    }

    @Test
    void nothing_is_about_to_be_recorded_for_a_request_that_was_answered() {
        var request = request("body");
        answers.intend(request, incident, entry);
        answers.remember(request, "answer");

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> answers.intend(request, incident, entry));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> answers.remember(request, "another answer"));
        assertThat(answers.find(request, String.class)).contains("answer");
    }

    private static IdempotentRequest request(String body) {
        return IdempotentRequest.of(
                "anybody", UUID.randomUUID().toString(), "POST /", body.getBytes(StandardCharsets.UTF_8));
    }
}
