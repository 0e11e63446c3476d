package se.knutpunkt.hub.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens of 256 random bits for cookies, and the hash by which rows know them: a password hash would only cost speed. */
final class Tokens {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A fresh token: 43 characters of URL-safe Base64. */
    static String fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** SHA-256 of the texts, each followed by a zero byte when there are several, so that no two lists are alike. */
    static byte[] hash(String... texts) {
        MessageDigest sha = sha256();
        for (String text : texts) {
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            if (texts.length > 1) {
                sha.update((byte) 0);
            }
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
