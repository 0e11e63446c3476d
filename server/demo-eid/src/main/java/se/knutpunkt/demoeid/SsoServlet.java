package se.knutpunkt.demoeid;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.opensaml.saml.saml2.core.AuthnRequest;

/** {@code /sso}: takes a request by Redirect or POST, shows the persons, and answers when one is chosen. */
@WebServlet("/sso")
public class SsoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Desk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            Message message = Message.of(request);
            AuthnRequest asked = desk.read(message);
            Optional<Person> chosen =
                    Optional.ofNullable(request.getParameter("person")).flatMap(Person::of);
            boolean decided = request.getMethod().equals("POST")
                    && (chosen.isPresent() || request.getParameter("avbryt") != null);
            response.getWriter()
                    .write(
                            decided
                                    ? Page.send(
                                            asked.getAssertionConsumerServiceURL(),
                                            desk.answer(asked, chosen.orElse(null)),
                                            message.relayState())
                                    : Page.persons(message));
        } catch (RefusedRequest refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.getWriter().write(Page.refused(String.valueOf(refused.getMessage())));
        }
    }
}
