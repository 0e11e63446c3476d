package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.portal.login.saml.Errand;
import se.knutpunkt.portal.login.saml.Outgoing;
import se.knutpunkt.portal.login.saml.ServiceProvider;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /logga-in?till=<local path>}: on to the provider, or first to a choice where there are several. {@code via} is
 * the choice, {@code niva} the level that the page needs, {@code sok} looks for one among many; {@code igen} says why the person is to log in again, which is told before anything else happens.
 */
@WebServlet("/logga-in")
public class LoginServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    /** What {@code igen} may say: what was typed is kept, a stronger e-ID is needed; anything else: no longer logged in. */
    private static final Set<String> REASONS = Set.of("sparat", "starkare");

    private static final int LONGEST_QUERY = 100;

    @Inject
    transient ServiceProvider provider;

    @Inject
    transient Errands errands;

    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        String till = ReturnPath.of(visit.value("till"));
        try {
            Errand errand = errands.of(visit, till);
            List<ServiceProvider.Choice> choices = provider.choices(errand.need());
            if (choices.isEmpty()) {
                throw new LoginRefused(
                        provider.hasProviders() ? LoginError.NO_STRONG_PROVIDER : LoginError.NO_PROVIDER);
            }
            String again = visit.value("igen")
                    .map(how -> REASONS.contains(how) ? how : "1")
                    .orElse("");
            Optional<String> chosen = visit.value("via").filter(via -> isAmong(choices, via));
            if (chosen.isPresent()) {
                if (choices.size() > 1) {
                    RememberedChoice.remember(visit.response(), chosen.get());
                }
                start(visit, chosen.get(), errand);
            } else if (choices.size() == 1 && again.isEmpty()) {
                start(visit, choices.get(0).entityId(), errand);
            } else {
                visit.show("login/choice", choicePage(visit, choices, errand, again));
            }
        } catch (LoginRefused refused) {
            RefusedLoginPage.show(visit, refused);
        }
    }

    private void start(Visit visit, String entityId, Errand errand) throws ServletException, IOException {
        String browser = LoginCookies.correlate(visit.request(), visit.response());
        Outgoing outgoing = provider.start(entityId, errand, browser);
        HttpServletResponse response = visit.response();
        response.setHeader("Cache-Control", "no-store");
        if (outgoing instanceof Outgoing.Redirect redirect) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", redirect.address());
        } else if (outgoing instanceof Outgoing.Post post) {
            URI address = URI.create(post.address());
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action "
                            + address.getScheme() + "://" + address.getRawAuthority());
            visit.show("login/send", post);
        }
    }

    private static boolean isAmong(List<ServiceProvider.Choice> choices, String entityId) {
        return choices.stream().anyMatch(choice -> choice.entityId().equals(entityId));
    }

    private static ChoicePage choicePage(
            Visit visit, List<ServiceProvider.Choice> choices, Errand errand, String again) {
        String query = visit.value("sok").map(String::strip).orElse("");
        return ChoicePage.of(
                new Choices(choices, visit.getLanguage()),
                RememberedChoice.of(visit.request()),
                query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query,
                errand,
                again);
    }
}
