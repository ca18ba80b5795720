package io.decklog.wiring.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** What stands in place of a text that was taken out: SHA-256 of the event's salt and the text. */
final class TextDigest {

    private final byte[] salt;

    private TextDigest(byte[] salt) {
        this.salt = salt;
    }

    /** Takes the salt out of the metadata: without it nobody can find out by guessing what the text was. */
    static TextDigest of(ObjectNode metaData) {
        var salt = metaData.remove(EntryIdentifiers.SALT);
        return new TextDigest(
                (salt == null ? EntryIdentifiers.newSalt() : salt.asString()).getBytes(StandardCharsets.US_ASCII));
    }

    String of(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            sha256.update((byte) 0);
            var digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
            return "[redacted " + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "]";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
