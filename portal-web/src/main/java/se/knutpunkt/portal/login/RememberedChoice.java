package se.knutpunkt.portal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The e-ID chosen last on this device, so that it can stand first. Only a short hash of the provider's name is kept, and
 * only the log-in page is told: it says nothing of who the person is, and no other page needs it.
 */
final class RememberedChoice {
    static final String COOKIE = "eid";
    private static final String PATH = "/logga-in";
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final int HASH_BYTES = 12;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16}");

    private RememberedChoice() {}

    /** What is kept of a provider. */
    static String key(String entityId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(entityId.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key that the browser sent, if it sent one that looks like ours. */
    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> KEY.matcher(value).matches())
                        .findFirst();
    }

    /** The cookie that remembers a provider for a year. */
    static Cookie cookie(String entityId) {
        Cookie cookie = new Cookie(COOKIE, key(entityId));
        cookie.setPath(PATH);
        cookie.setMaxAge((int) LIFETIME.toSeconds());
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Remembers the provider on the device. */
    static void remember(HttpServletResponse response, String entityId) {
        response.addCookie(cookie(entityId));
    }
}
