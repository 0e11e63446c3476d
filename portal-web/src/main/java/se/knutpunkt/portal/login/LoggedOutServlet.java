package se.knutpunkt.portal.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/** {@code /utloggad}: says that the login has ended and what a person at a shared computer should do. */
@WebServlet("/utloggad")
public class LoggedOutServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.show("login/loggedout", "");
    }
}
