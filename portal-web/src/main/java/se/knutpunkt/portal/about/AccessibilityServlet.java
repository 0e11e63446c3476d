package se.knutpunkt.portal.about;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Site;
import se.knutpunkt.portal.page.Visit;

/** {@code /tillganglighet}: the accessibility statement. */
@WebServlet("/tillganglighet")
public class AccessibilityServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Accessibility accessibility;

    @Inject
    transient Site site;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.show(
                "about/accessibility",
                AccessibilityPage.of(accessibility.statement(), site.getMunicipality(), visit.getLanguage()));
    }
}
