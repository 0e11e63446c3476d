package se.knutpunkt.portal.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * {@code /sprak?till=en}: a link, so that it works without JavaScript and before any form. The choice is kept in a
 * cookie that holds nothing but the language; no other page sets a cookie before one logs in.
 */
@WebServlet("/sprak")
public class LanguageServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 365 * 24 * 3600;

    @Override
    protected void get(Visit visit) {
        Cookie cookie = new Cookie(
                Visit.LANGUAGE_COOKIE,
                Language.of(visit.value("till").orElse(null)).getTag());
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        visit.response().addCookie(cookie);
        visit.seeOther(pageBefore(visit));
    }

    /** The page the link stood on, if it was one of ours. */
    private static String pageBefore(Visit visit) {
        try {
            String referer = visit.request().getHeader("Referer");
            URI page = referer == null ? null : new URI(referer);
            boolean ours = page != null
                    && (page.getHost() + (page.getPort() < 0 ? "" : ":" + page.getPort()))
                            .equals(visit.request().getHeader("Host"));
            String path = ours ? page.getRawPath() : null;
            return path == null || !path.startsWith("/") || path.startsWith("//") || path.equals("/sprak") ? "/" : path;
        } catch (URISyntaxException notAnAddress) {
            return "/";
        }
    }
}
