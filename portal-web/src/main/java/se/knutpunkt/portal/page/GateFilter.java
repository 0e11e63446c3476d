package se.knutpunkt.portal.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The gate every request passes: an id for the log and the visitor, the headers that keep the browser strict, the origin
 * of whatever changes something, and one log line without personal data (the address is logged as its pattern, since a
 * private link is a secret).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class GateFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger("se.knutpunkt.request");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Request attribute with the id that log lines, error pages and problem documents share. */
    public static final String REQUEST_ID = "se.knutpunkt.requestId";

    @Inject
    transient Site site;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        String id = newId();
        request.setAttribute(REQUEST_ID, id);
        setHeaders(response, id);
        try {
            if (!KNOWN.contains(request.getMethod())) {
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            } else if (!HARMLESS.contains(request.getMethod()) && isBrowserForm(request) && !isOwnOrigin(request)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                chain.doFilter(request, response);
            }
        } catch (IOException | ServletException | RuntimeException fault) {
            // The last place before the visitor: whatever went wrong gets its id and its line in the log here.
            answerFault(request, response, id, fault);
        } finally {
            LOG.log(
                    Level.FINE,
                    () -> "request id=%s method=%s page=%s status=%d ms=%d"
                            .formatted(
                                    id,
                                    request.getMethod(),
                                    pattern(request),
                                    response.getStatus(),
                                    (System.nanoTime() - start) / 1_000_000));
        }
    }

    private static void setHeaders(HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    }

    private void answerFault(HttpServletRequest request, HttpServletResponse response, String id, Exception fault)
            throws IOException {
        if (isGoneAway(fault)) {
            LOG.log(Level.FINE, "request id={0} visitor went away", id);
            return;
        }
        LOG.log(Level.SEVERE, "request id=" + id + " page=" + pattern(request) + " failed", fault);
        if (!response.isCommitted()) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static boolean isGoneAway(@Nullable Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t.getClass().getSimpleName().equals("ClientAbortException")) {
                return true;
            }
        }
        return false;
    }

    /** The SAML answer comes from another site by design, and systems carry a key instead of cookies. */
    private static boolean isBrowserForm(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals("/saml/acs") && !path.startsWith("/api/");
    }

    private boolean isOwnOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            String fetchSite = request.getHeader("Sec-Fetch-Site");
            return fetchSite == null || fetchSite.equals("same-origin");
        }
        return origin.equals(site.getBaseUrl())
                || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }

    private static String pattern(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        return mapping == null ? "?" : mapping.getPattern();
    }

    private static String newId() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
