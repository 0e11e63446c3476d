package se.knutpunkt.demoeid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;

class AssuranceLevelsTest {
    @ParameterizedTest
    @CsvSource({
        "svag, 2 3 4, 2",
        "196006172818, 2 3 4, 3",
        "stark, 2 3 4, 4",
        "stark, 3, 3",
        "svag, 3 4, none",
        "196006172818, 4, none",
        "196006172818, 3 4, 3"
    })
    void givesTheHighestLevelAskedForThatThePersonReaches(String person, String asked, String given) {
        OpenSaml saml = OpenSaml.ready();
        RequestedAuthnContext context =
                saml.build(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
        for (String number : List.of(asked.split(" "))) {
            AuthnContextClassRef level =
                    saml.build(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
            level.setURI("http://id.elegnamnden.se/loa/1.0/loa" + number);
            context.getAuthnContextClassRefs().add(level);
        }
        AuthnRequest request = saml.build(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setRequestedAuthnContext(context);

        assertThat(AssuranceLevels.given(request, Person.of(person).orElseThrow())
                        .map(uri -> uri.substring(uri.length() - 1))
                        .orElse("none"))
                .isEqualTo(given);
    }
}
