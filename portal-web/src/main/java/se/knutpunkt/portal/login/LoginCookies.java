package se.knutpunkt.portal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import se.knutpunkt.portal.page.Visitor;

/**
 * The two cookies of logging in: the login's own, and the one by which a browser is known again when the provider's
 * page posts to us from another site, which is why it alone is {@code SameSite=None}.
 */
final class LoginCookies {
    static final String BROWSER = "__Host-knutpunkt-saml";
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private LoginCookies() {}

    /** The browser's correlation token; a browser with several tabs keeps its token for all of them. */
    static String correlate(HttpServletRequest request, HttpServletResponse response) {
        return browser(request).orElseGet(() -> {
            byte[] bits = new byte[TOKEN_BYTES];
            RANDOM.nextBytes(bits);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            response.addCookie(cookie(BROWSER, token, "None"));
            return token;
        });
    }

    /** The browser's correlation token, if it has one. */
    static Optional<String> browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(BROWSER))
                        .map(Cookie::getValue)
                        .filter(value -> TOKEN.matcher(value).matches())
                        .findFirst();
    }

    /** Hands the login's token to the browser. */
    static void begin(HttpServletResponse response, String token) {
        response.addCookie(cookie(Visitor.COOKIE, token, "Lax"));
    }

    /** Makes the browser forget the login. */
    static void end(HttpServletResponse response) {
        Cookie gone = cookie(Visitor.COOKIE, "", "Lax");
        gone.setMaxAge(0);
        response.addCookie(gone);
    }

    private static Cookie cookie(String name, String value, String sameSite) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", sameSite);
        return cookie;
    }
}
