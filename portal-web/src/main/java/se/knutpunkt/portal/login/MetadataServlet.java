package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.knutpunkt.portal.login.saml.ServiceProvider;

/** {@code GET /saml/metadata}: who we are, for providers. */
@WebServlet("/saml/metadata")
public class MetadataServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ServiceProvider provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/samlmetadata+xml");
        response.setHeader("Cache-Control", "max-age=3600");
        response.getOutputStream().write(provider.metadata());
    }
}
