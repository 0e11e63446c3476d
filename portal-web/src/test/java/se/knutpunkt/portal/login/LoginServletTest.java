package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.portal.login.saml.Errand;
import se.knutpunkt.portal.login.saml.Outgoing;
import se.knutpunkt.portal.login.saml.ServiceProvider;
import se.knutpunkt.portal.login.saml.UserMessage;
import se.knutpunkt.portal.login.saml.Words;
import se.knutpunkt.portal.page.TestPages;
import se.knutpunkt.portal.page.Visit;

/** Where a login leads to, whatever is asked for. */
class LoginServletTest {
    private static final String PROVIDER = "https://provider.example";
    private static final String WEAK = "https://weak.example";
    private static final String OTHER = "https://other.example";

    private final LoginServlet login = TestPages.ready(new LoginServlet());
    private final Starter starter = new Starter();

    @BeforeEach
    void connect() {
        login.provider = starter;
        login.errands = new Errands() {
            @Override
            Errand of(Visit visit, String till) {
                return new Errand(till, AssuranceLevel.LOA3, new UserMessage("Logga in", "Log in"));
            }
        };
        starter.offered.add(PROVIDER);
    }

    @Test
    void goesToTheOnlyProviderAndComesBackToThePageAskedFor() {
        Exchange sent = Exchange.get().with("till", "/e-tjanster/x?steg=2").at(login);

        assertThat(sent.status).isEqualTo(303);
        assertThat(sent.location()).isEqualTo(PROVIDER + "/sso");
        assertThat(starter.started).containsExactly(PROVIDER + " /e-tjanster/x?steg=2");
        assertThat(sent.cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo(LoginCookies.BROWSER);
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("None");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/logga-ut", "javascript:x"})
    void comesBackToThePortalAndNowhereElse(String till) {
        Exchange.get().with("till", till).at(login);

        assertThat(starter.started).containsExactly(PROVIDER + " /mina-sidor");
    }

    @Test
    void goesToTheProviderThatWasChosen() {
        starter.offered.add(OTHER);

        Exchange sent = Exchange.get().with("via", OTHER).at(login);

        assertThat(sent.location()).isEqualTo(OTHER + "/sso");
    }

    @Test
    void goesToNoProviderThatIsNotOffered() {
        starter.offered.add(OTHER);

        Exchange shown = Exchange.get().with("via", "https://evil.example").at(login);

        assertThat(starter.started).isEmpty();
        assertThat(shown.view).endsWith("login/choice.xhtml");
    }

    @Test
    void saysSoWhenThereIsNobodyToGoTo() {
        starter.offered.clear();

        Exchange shown = Exchange.get().at(login);

        assertThat(shown.status).isEqualTo(503);
        assertThat(shown.view).endsWith("login/refused.xhtml");
    }

    @Test
    void saysSoWhenNobodyIsStrongEnough() {
        starter.offered.clear();
        starter.offered.add(WEAK);

        Exchange shown = Exchange.get().at(login);

        assertThat(shown.status).isEqualTo(503);
        assertThat(((RefusedLoginPage) shown.page()).title())
                .isEqualTo("Det finns ingen e-legitimation här som är stark nog");
    }

    private static final class Starter extends ServiceProvider {
        private final List<String> offered = new ArrayList<>();
        private final List<String> started = new ArrayList<>();

        @Override
        public List<Choice> choices(AssuranceLevel need) {
            Words words = new Words("Provider", "", "");
            return offered.stream()
                    .filter(id -> !id.equals(WEAK))
                    .map(id -> new Choice(id, words, words, false, false))
                    .toList();
        }

        @Override
        public boolean hasProviders() {
            return !offered.isEmpty();
        }

        @Override
        public Outgoing start(String entityId, Errand errand, String browser) {
            started.add(entityId + " " + errand.returnPath());
            return new Outgoing.Redirect(entityId + "/sso");
        }
    }
}
