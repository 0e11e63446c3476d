package se.knutpunkt.hub.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys of source systems: 256 random bits as 43 characters, kept as their SHA-256 alone. */
final class KeyBits {
    /** So many characters are shown to tell keys apart: 24 bits. */
    static final int HINT = 4;

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyBits() {}

    /** A new key; it may stand in a header as it is. */
    static String draw() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
