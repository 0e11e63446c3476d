package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.portal.login.saml.Accepted;
import se.knutpunkt.portal.login.saml.Proof;
import se.knutpunkt.portal.login.saml.ServiceProvider;
import se.knutpunkt.portal.page.ClientAddress;
import se.knutpunkt.portal.page.TestPages;
import se.knutpunkt.portal.page.Visitor;

/** What is refused before a response is looked at, and what the browser gets of one that was accepted. */
class AcsServletTest {
    private static final String TOKEN = "A".repeat(43);
    private static final int MOST = 3;
    private static final long LONGEST = 512 * 1024;

    private final AcsServlet acs = TestPages.ready(new AcsServlet());
    private final Decider decider = new Decider();

    @BeforeEach
    void connect() {
        acs.client = new ClientAddress();
        acs.limit = new RefusalLimit(Clock.systemUTC(), MOST);
        acs.provider = decider;
        acs.testPersons = new TestPersons(Optional.of(true), false);
        acs.arrival = new Arrival() {
            @Override
            String login(Proof proof, AssuranceLevel level) {
                return "the-login";
            }
        };
    }

    @Test
    void beginsALoginThatTheBrowserKeepsToItself() {
        Exchange accepted = response().at(acs);

        assertThat(accepted.status).isEqualTo(303);
        assertThat(accepted.location()).isEqualTo("/mina-sidor");
        assertThat(decider.asked).containsExactly("a response for " + TOKEN);
        assertThat(accepted.cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo(Visitor.COOKIE).startsWith("__Host-");
            assertThat(cookie.getValue()).isEqualTo("the-login");
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        });
    }

    @Test
    void leadsBackToWhereThePersonWasGoing() {
        decider.refusal = LoginError.CANCELLED;
        decider.way = "/e-tjanster/x?steg=2";

        assertThat(response().at(acs).location()).endsWith("&till=%2Fe-tjanster%2Fx%3Fsteg%3D2");
    }

    @Test
    void beginsNoLoginOfATestPersonWherePeopleAreReal() {
        acs.testPersons = new TestPersons(Optional.empty(), false);

        Exchange refused = response().at(acs);

        assertThat(refused.location()).startsWith("/inloggning-nekad?orsak=test_number");
        assertThat(refused.cookies).isEmpty();
    }

    @Test
    void looksAtNothingFromABrowserThatHasBegunNoLogin() {
        Exchange refused = Exchange.post().with("SAMLResponse", "a response").at(acs);

        assertNotLookedAt(refused, "again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not a token of ours, though it is as long!!", "../../../../etc/passwd"})
    void takesNothingElseForTheCookieOfABegunLogin(String value) {
        Exchange refused = Exchange.post()
                .with("SAMLResponse", "a response")
                .cookie(LoginCookies.BROWSER, value)
                .at(acs);

        assertNotLookedAt(refused, "again");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, LONGEST + 1, 10_000_000})
    void looksAtNothingThatIsTooLongOrDoesNotTellItsLength(long length) {
        assertNotLookedAt(response().length(length).at(acs), "broken");
    }

    @Test
    void looksAtWhatIsAsLongAsAResponseMayBe() {
        assertThat(response().length(LONGEST).at(acs).location()).isEqualTo("/mina-sidor");
    }

    @Test
    void looksNoMoreAtAnAddressThatHasSentTooMuchGarbage() {
        decider.refusal = LoginError.SIGNATURE;
        for (int i = 0; i < MOST; i++) {
            assertThat(response().at(acs).location()).contains("orsak=broken");
        }
        decider.asked.clear();

        Exchange refused = response().at(acs);

        assertThat(refused.status).isEqualTo(429);
        assertThat(refused.headers).containsKey("Retry-After");
        assertThat(refused.looked).isFalse();
        assertThat(decider.asked).isEmpty();
        assertThat(response().from("203.0.113.8").at(acs).status).isEqualTo(303);
    }

    @Test
    void countsNobodyWhoCancelsOrHasTooLowALevel() {
        for (LoginError harmless : List.of(LoginError.CANCELLED, LoginError.LEVEL, LoginError.FRAUD)) {
            decider.refusal = harmless;
            for (int i = 0; i < MOST; i++) {
                response().at(acs);
            }
        }

        assertThat(response().at(acs).status).isEqualTo(303);
    }

    /** Any page elsewhere can make a browser post without the cookie: its owner must not be locked out by that. */
    @Test
    void countsNothingThatWasNotLookedAt() {
        for (int i = 0; i < MOST; i++) {
            Exchange.post().with("SAMLResponse", "a response").at(acs);
        }

        assertThat(response().at(acs).location()).isEqualTo("/mina-sidor");
    }

    @Test
    void hasNothingToShow() {
        assertThat(Exchange.get().at(acs).status).isEqualTo(405);
    }

    private void assertNotLookedAt(Exchange refused, String reason) {
        assertThat(refused.status).isEqualTo(303);
        assertThat(refused.location()).startsWith("/inloggning-nekad?orsak=" + reason);
        assertThat(refused.looked).isFalse();
        assertThat(refused.cookies).isEmpty();
        assertThat(decider.asked).isEmpty();
    }

    private static Exchange response() {
        return Exchange.post().with("SAMLResponse", "a response").cookie(LoginCookies.BROWSER, TOKEN);
    }

    private static final class Decider extends ServiceProvider {
        private final List<String> asked = new ArrayList<>();
        private @Nullable LoginError refusal;
        private String way = "";

        @Override
        public Accepted accept(@Nullable String posted, Optional<String> browser) {
            asked.add(posted + " for " + browser.orElse("nobody"));
            if (refusal != null) {
                throw new LoginRefused(refusal).onTheWayTo(way);
            }
            IdentityNumber number = new IdentityNumber(IdentityNumber.Kind.PERSONNUMMER, "196006172818");
            return new Accepted(
                    new Proof.OfCitizen(number, Optional.empty(), "Demo Demosson"),
                    AssuranceLevel.LOA3,
                    "/mina-sidor",
                    "https://provider.example");
        }
    }
}
