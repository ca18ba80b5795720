package io.decklog.wiring.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What remains of a text that was taken out: SHA-256 of the salt of its event and the text. Who has kept a copy of both
 * can show that it was this text; who has only the digest cannot find it out by guessing, because the salt goes too.
 */
final class TextDigest {

    private static final String DIGESTS = "redacted";

    private TextDigest() {}

    /** Puts the digests of texts into the metadata of their event and takes the salt out of it. */
    static void replaceSalt(ObjectNode metaData, List<String> texts) {
        var salt = metaData.remove(EntryIdentifiers.SALT);
        var secret = (salt == null ? EntryIdentifiers.newSalt() : salt.asString()).getBytes(StandardCharsets.US_ASCII);
        var digests = metaData.withArray(DIGESTS);
        texts.forEach(text -> digests.add(digest(secret, text)));
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
