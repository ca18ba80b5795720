package io.decklog.command.idempotency;

import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers that idempotency keys stand for. */
@Component
class RememberedAnswers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RememberedAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param sameRequest whether the request now is the one that was answered then */
    record Remembered(boolean sameRequest, Answer answer) {}

    Optional<Remembered> find(IdempotentRequest request) {
        return jdbc.sql("""
                        SELECT request_digest = ? AS same_request, answer FROM remembered_answer
                        WHERE client = ? AND idempotency_key = ?
                        """)
                .params(HexFormat.of().parseHex(request.digest()), request.client(), request.key())
                .query((row, number) -> new Remembered(
                        row.getBoolean("same_request"), json.readValue(row.getString("answer"), Answer.class)))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another request with this key was answered meanwhile */
    void remember(IdempotentRequest request, Answer answer) {
        jdbc.sql("""
                        INSERT INTO remembered_answer (client, idempotency_key, request_digest, answer)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(
                        request.client(),
                        request.key(),
                        HexFormat.of().parseHex(request.digest()),
                        json.writeValueAsString(answer))
                .update();
    }
}
