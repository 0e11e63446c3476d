package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.saml2.core.NameID;
import org.w3c.dom.Element;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.portal.login.LoginError;

/** Conditions that stand behind other conditions, each with the message that only it refuses. */
class SmallPrintTest {
    private final Portal portal = new Portal();

    @Test
    void aBrowserWithoutATokenHasAskedNothing() {
        portal.requests.remember(
                new LoginRequest(
                        "_nobodys",
                        Portal.PROVIDER_ID,
                        "/",
                        Set.of(Answer.LOA3),
                        true,
                        Portal.NOW,
                        Portal.NOW.plusSeconds(900)),
                "");
        String posted = Portal.encode(TestProvider.xml(answer -> {
            answer.inResponseTo = "_nobodys";
            answer.confirmedRequest = "_nobodys";
        }));

        assertThat(Refusals.of(() -> portal.reader().accept(posted, ""))).isEqualTo(LoginError.IN_RESPONSE_TO);
    }

    @Test
    void theIssuerIsAnEntityAndNothingElse() {
        assertThat(portal.refusal(answer ->
                        answer.onResponse = response -> response.getIssuer().setFormat(NameID.EMAIL)))
                .isEqualTo(LoginError.ISSUER);
    }

    @Test
    void anIdInSmallLettersIsAnIdToo() {
        assertThat(
                        portal.refusalOf(
                                TestProvider.xml(answer -> {})
                                        .replace(
                                                "<saml2p:Status>",
                                                "<saml2p:Extensions><x xmlns=\"urn:x\" id=\"_response1\"/></saml2p:Extensions><saml2p:Status>")))
                .isEqualTo(LoginError.DUPLICATE_ID);
    }

    @Test
    void anAssertionIsRememberedAsLongAsItCouldBeAccepted() {
        portal.accept(answer -> answer.notOnOrAfter = TestProvider.after(300));

        assertThat(portal.requests.remembered())
                .isEqualTo(TestProvider.after(300).plus(Skew.LIMIT));
    }

    @Test
    void aStaffMembersAccountIsOneThatLasts() {
        assertThat(portal.refusal(answer -> {
                    answer.attributes = Map.of(Attributes.ROLE, List.of("registrator"));
                    answer.onAssertion = assertion -> ((Element) assertion
                                    .getDOM()
                                    .getElementsByTagNameNS("*", "NameID")
                                    .item(0))
                            .setAttribute("Format", NameID.TRANSIENT);
                }))
                .isEqualTo(LoginError.ACCOUNT);
    }
}
