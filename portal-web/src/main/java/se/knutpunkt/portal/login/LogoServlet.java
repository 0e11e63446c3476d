package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.knutpunkt.portal.login.saml.Logo;
import se.knutpunkt.portal.login.saml.ServiceProvider;

/** {@code /logga-in/logotyp?via=<entity id>}: the logo of a provider that can be chosen, out of its metadata. */
@WebServlet("/logga-in/logotyp")
public class LogoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ServiceProvider provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String via = request.getParameter("via");
        Optional<Logo> logo = via == null ? Optional.empty() : provider.logo(via);
        if (logo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(logo.get().type());
        // the picture comes from outside: opened by itself it may do nothing either
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getOutputStream().write(logo.get().bytes());
    }
}
