package se.knutpunkt.demoeid;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Outside demo mode nothing answers; inside it, browsers are kept strict. */
@WebFilter("/*")
public class GateFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Desk desk;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Place place = desk.place();
        if (!place.demo()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action 'self' "
                        + place.portal());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        request.setCharacterEncoding("UTF-8");
        chain.doFilter(request, response);
    }
}
