package io.decklog.command.idempotency;

import io.decklog.wiring.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/**
 * A request that carries an idempotency key.
 *
 * @param client whose key it is
 * @param key 1 to 255 characters
 * @param digest SHA-256 of method, path and body, in hexadecimal
 */
public record IdempotentRequest(String client, String key, String digest) {

    private static final String CLIENT = "idempotencyClient";
    private static final String KEY = "idempotencyKey";
    private static final String DIGEST = "idempotencyDigest";
    private static final int MAX_LENGTH = 255;

    /** @throws ProblemException 400 if the key is empty or longer than 255 characters */
    public static IdempotentRequest of(String client, String header, String target, byte[] body) {
        var key = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw ProblemException.unreadable("Idempotency-Key", "must have 1 to 255 characters");
        }
        return new IdempotentRequest(client, key, digest(target, body));
    }

    static Optional<IdempotentRequest> of(MetaData metaData) {
        return metaData.get(KEY) instanceof String key
                        && metaData.get(CLIENT) instanceof String client
                        && metaData.get(DIGEST) instanceof String digest
                ? Optional.of(new IdempotentRequest(client, key, digest))
                : Optional.empty();
    }

    public Map<String, String> asMetaData() {
        return Map.of(CLIENT, client, KEY, key, DIGEST, digest);
    }

    private static String digest(String target, byte[] body) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(target.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
