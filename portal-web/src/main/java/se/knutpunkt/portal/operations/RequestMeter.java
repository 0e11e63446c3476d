package se.knutpunkt.portal.operations;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts what is answered and how long it takes. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestMeter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RequestFigures figures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            figures.count(
                    request.getHttpServletMapping().getPattern(), response.getStatus(), System.nanoTime() - start);
        }
    }
}
