package se.knutpunkt.portal.page;

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

/**
 * Carries a new key or secret over the redirect to the one page that shows it: in a cookie, sealed for that page and the
 * login. Nothing of it is kept on the server or stands in an address; the page that shows it makes the browser forget it.
 */
@Dependent
public class ShownOnce {
    private static final String COOKIE = "__Host-knutpunkt-nyckel";
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final int LONGEST = 1000;

    private final Vault vault;

    @Inject
    ShownOnce(Vault vault) {
        this.vault = vault;
    }

    /**
     * Hands a key to the browser, for the next page.
     *
     * @param page its path
     * @param login row id of the login that may see it
     * @param key in ASCII
     */
    public void carry(Visit visit, String page, long login, String key) {
        byte[] sealed = vault.sealBytes(key.getBytes(StandardCharsets.US_ASCII), context(page, login));
        set(visit, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), (int) LIFETIME.toSeconds());
    }

    /** The key that was handed over for the page and the login, once. */
    public Optional<String> take(Visit visit, String page, long login) {
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
            byte[] key = vault.openBytes(Base64.getUrlDecoder().decode(value.get()), context(page, login));
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

    private static String context(String page, long login) {
        return "shown_once:" + login + ":" + page;
    }
}
