package io.decklog.command.idempotency;

import io.decklog.api.incident.IncidentId;
import io.decklog.wiring.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
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
                    return Optional.ofNullable(row.getString("answer")).map(answer -> json.readValue(answer, type));
                })
                .optional()
                .flatMap(Function.identity());
    }

    /** What a request that was not answered is about to record, or has recorded. */
    Optional<Intent> findIntent(IdempotentRequest request) {
        return jdbc.sql("""
                        SELECT incident_id, entry_id FROM remembered_answer
                        WHERE client = ? AND idempotency_key = ? AND request_digest = ? AND answer IS NULL
                        """)
                .params(request.client(), request.key(), HexFormat.of().parseHex(request.digest()))
                .query((row, number) -> new Intent(
                        new IncidentId(row.getObject("incident_id", UUID.class)),
                        row.getObject("entry_id", UUID.class)))
                .optional();
    }

    /**
     * Says what a request is about to record; once more, if it is tried again.
     *
     * @throws DuplicateKeyException if another one with this key is about to record, or has recorded, something else
     */
    void intend(IdempotentRequest request, IncidentId incident, UUID entry) {
        var intended = jdbc.sql("""
                        INSERT INTO remembered_answer AS known
                               (client, idempotency_key, request_digest, remembered_at, incident_id, entry_id)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (client, idempotency_key) DO UPDATE SET remembered_at = excluded.remembered_at
                        WHERE known.answer IS NULL AND known.entry_id = excluded.entry_id
                          AND known.request_digest = excluded.request_digest
                        """)
                .params(
                        request.client(),
                        request.key(),
                        HexFormat.of().parseHex(request.digest()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        incident.value(),
                        entry)
                .update();
        if (intended == 0) {
            throw new DuplicateKeyException("this Idempotency-Key is in use");
        }
    }

    private static void refuseOther(IdempotentRequest request, byte[] digest) {
        if (!Arrays.equals(HexFormat.of().parseHex(request.digest()), digest)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "IDEMPOTENCY_KEY_REUSED",
                    "this Idempotency-Key stands for another request");
        }
    }

    /** @throws DuplicateKeyException if another request with this key was answered meanwhile */
    public void remember(IdempotentRequest request, Object answer) {
        var remembered = jdbc.sql("""
                        INSERT INTO remembered_answer AS known
                               (client, idempotency_key, request_digest, answer, remembered_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (client, idempotency_key) DO UPDATE SET answer = excluded.answer
                        WHERE known.answer IS NULL AND known.request_digest = excluded.request_digest
                        """)
                .params(
                        request.client(),
                        request.key(),
                        HexFormat.of().parseHex(request.digest()),
                        json.writeValueAsString(answer),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (remembered == 0) {
            throw new DuplicateKeyException("this Idempotency-Key is in use");
        }
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
