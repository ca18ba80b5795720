package io.decklog.command.idempotency;

import io.decklog.wiring.web.ProblemException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers that idempotency keys stand for. */
@Component
public class RememberedAnswers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RememberedAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param type what such a request is answered
     * @throws ProblemException 422 if the key stands for another request
     */
    public <T> Optional<T> find(IdempotentRequest request, Class<T> type) {
        return jdbc.sql("""
                        SELECT request_digest, answer FROM remembered_answer
                        WHERE client = ? AND idempotency_key = ?
                        """)
                .params(request.client(), request.key())
                .query((row, number) -> {
                    refuseOther(request, row.getBytes("request_digest"));
                    return json.readValue(row.getString("answer"), type);
                })
                .optional();
    }

    private static void refuseOther(IdempotentRequest request, byte[] digest) {
        if (!Arrays.equals(HexFormat.of().parseHex(request.digest()), digest)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "IDEMPOTENCY_KEY_REUSED",
                    "this Idempotency-Key stands for another request");
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another request with this key was answered meanwhile */
    public void remember(IdempotentRequest request, Object answer) {
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
