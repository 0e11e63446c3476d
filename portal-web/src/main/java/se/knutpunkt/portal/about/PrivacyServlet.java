package se.knutpunkt.portal.about;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Site;
import se.knutpunkt.portal.page.Visit;

/** {@code /personuppgifter}: what is kept of people, why, and what they can ask for. */
@WebServlet("/personuppgifter")
public class PrivacyServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String DEMO_OFFICER = "dataskyddsombud@alvstad.example";

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DPO_EMAIL")
    transient Optional<String> officer;

    @Inject
    transient Site site;

    /**
     * What the page shows.
     *
     * @param officer e-mail address of the data protection officer; empty when it is not configured
     * @param draftDays days from the last change until a draft is deleted
     */
    public record PrivacyPage(String officer, int draftDays) {}

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.show(
                "about/privacy", new PrivacyPage(officer.orElse(site.isDemo() ? DEMO_OFFICER : ""), Drafts.DAYS_KEPT));
    }
}
