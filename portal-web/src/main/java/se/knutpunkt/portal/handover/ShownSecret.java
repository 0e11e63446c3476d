package se.knutpunkt.portal.handover;

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
 * Carries a new secret over the redirect to the one page that shows it, as a source's key is carried: in a cookie, sealed
 * for the form and the login.
 */
@Dependent
class ShownSecret {
    private static final String COOKIE = "__Host-knutpunkt-hemlighet";
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final int LONGEST = 1000;

    private final Vault vault;

    @Inject
    ShownSecret(Vault vault) {
        this.vault = vault;
    }

    /** Hands the secret to the browser, for the next page. */
    void carry(Visit visit, String form, long login, String secret) {
        byte[] sealed = vault.sealBytes(secret.getBytes(StandardCharsets.US_ASCII), context(form, login));
        set(visit, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), (int) LIFETIME.toSeconds());
    }

    /** The secret that was handed over, once; empty when there is none. */
    String take(Visit visit, String form, long login) {
        Cookie[] cookies = visit.request().getCookies();
        Optional<String> value = cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(carried -> !carried.isEmpty() && carried.length() <= LONGEST)
                        .findFirst();
        if (value.isEmpty()) {
            return "";
        }
        set(visit, "", 0);
        try {
            byte[] secret = vault.openBytes(Base64.getUrlDecoder().decode(value.get()), context(form, login));
            return new String(secret, StandardCharsets.US_ASCII);
        } catch (SealBroken | IllegalArgumentException notForThisPage) {
            return "";
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

    private static String context(String form, long login) {
        return "handover_secret.shown:" + login + ":" + form;
    }
}
