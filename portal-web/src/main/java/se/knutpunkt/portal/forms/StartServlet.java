package se.knutpunkt.portal.forms;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/** {@code /}: what do you want to do? */
@WebServlet("")
public class StartServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Forms forms;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.show(
                "forms/start", StartPage.of(forms.catalogue(visit.getLanguage().locale()), visit.getLanguage()));
    }
}
