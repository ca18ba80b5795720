package io.decklog.command.idempotency;

import io.decklog.wiring.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private final Clock clock;

    RememberedAnswers(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
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
                        INSERT INTO remembered_answer (client, idempotency_key, request_digest, answer, remembered_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        request.client(),
                        request.key(),
                        HexFormat.of().parseHex(request.digest()),
                        json.writeValueAsString(answer),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Forgets the oldest answers; none that is being looked at.
     *
     * @param moment what was remembered before it may go
     * @param most how many go at most
     * @return how many went
     */
    int forgetBefore(Instant moment, int most) {
        return jdbc.sql("""
                        DELETE FROM remembered_answer WHERE (client, idempotency_key) IN (
                            SELECT client, idempotency_key FROM remembered_answer WHERE remembered_at < ?
                            ORDER BY remembered_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        """).params(moment.atOffset(ZoneOffset.UTC), most).update();
    }
}
