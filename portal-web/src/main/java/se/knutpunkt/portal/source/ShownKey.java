package se.knutpunkt.portal.source;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;
import se.knutpunkt.portal.page.Visit;

/**
 * Carries a new key over the redirect to the one page that shows it: in a cookie, sealed for the source and the login.
 * Nothing of it is kept on the server or stands in an address; the page that shows it makes the browser forget it.
 */
@Dependent
class ShownKey {
    private static final String COOKIE = "__Host-knutpunkt-nyckel";
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final int LONGEST = 1000;

    private final Vault vault;

    @Inject
    ShownKey(Vault vault) {
        this.vault = vault;
    }

    /** Hands the key to the browser, for the next page. */
    void carry(Visit visit, String source, long login, String key) {
        byte[] sealed = vault.sealBytes(key.getBytes(StandardCharsets.US_ASCII), context(source, login));
        set(visit, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), (int) LIFETIME.toSeconds());
    }

    /** The key that was handed over, once. */
    Optional<String> take(Visit visit, String source, long login) {
        Cookie[] cookies = visit.request().getCookies();
        Optional<String> value = cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(carried -> !carried.isEmpty() && carried.length() <= LONGEST)
                        .findFirst();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        set(visit, "", 0);
        try {
            byte[] key = vault.openBytes(Base64.getUrlDecoder().decode(value.get()), context(source, login));
            return Optional.of(new String(key, StandardCharsets.US_ASCII));
        } catch (SealBroken | IllegalArgumentException notForThisPage) {
            return Optional.empty();
        }
    }

    private static void set(Visit visit, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge(seconds);
        visit.response().addCookie(cookie);
    }

    private static String context(String source, long login) {
        return "source_key.shown:" + login + ":" + source;
    }
}
