package io.decklog.wiring.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What remains of a text that was taken out: SHA-256 of the salt of its event and the text. Who has kept a copy of both
 * can show that it was this text; who has only the digest cannot find it out by guessing, because the salt goes too.
 */
final class TextDigest {

    private static final String DIGESTS = "redacted";

    private TextDigest() {}

    /** Puts the digests of texts into the metadata of their event, with spaces between them, and takes the salt out of it. */
    static void replaceSalt(ObjectNode metaData, List<String> texts) {
        var salt = metaData.remove(EntryIdentifiers.SALT);
        var secret = (salt == null ? EntryIdentifiers.newSalt() : salt.asString()).getBytes(StandardCharsets.US_ASCII);
        var digests =
                Stream.concat(before(metaData.path(DIGESTS)), texts.stream().map(text -> digest(secret, text)));
        metaData.put(DIGESTS, digests.collect(Collectors.joining(" ")));
    }

    /** They were a list once. */
    private static Stream<String> before(JsonNode digests) {
        return digests.isArray()
                ? digests.valueStream().map(JsonNode::asString)
                : Stream.of(digests.asString("")).filter(text -> !text.isEmpty());
    }

    private static String digest(byte[] salt, String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            sha256.update((byte) 0);
            var digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
