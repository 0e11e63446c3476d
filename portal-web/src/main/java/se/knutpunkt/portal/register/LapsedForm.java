package se.knutpunkt.portal.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.portal.page.Visit;

/**
 * A form that was posted after its login had reached a limit (docs/decisions/0008). It is kept, and the browser holds where,
 * until the same person comes back to the same page.
 */
@ApplicationScoped
public class LapsedForm {
    private static final String COOKIE = "__Host-knutpunkt-register";
    private static final int DAY_SECONDS = 24 * 60 * 60;

    @Inject
    TypedForms typedForms;

    void keep(Visit visit, TypedForms.Typed typed, StaffId person) {
        visit.response().addCookie(cookie(typedForms.keep(typed, owner(visit, person)), DAY_SECONDS));
    }

    /** What was kept for this page and person, once. */
    Optional<String> take(Visit visit, StaffId person) {
        Cookie[] cookies = visit.request().getCookies();
        Optional<String> kept = cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .filter(id -> typedForms.isOf(id, owner(visit, person)));
        kept.ifPresent(id -> visit.response().addCookie(cookie("", 0)));
        return kept;
    }

    private static String owner(Visit visit, StaffId person) {
        return person.value() + " " + visit.request().getRequestURI();
    }

    private static Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
