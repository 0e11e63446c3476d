package se.knutpunkt.demoeid;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnRequest;

/** Which level of assurance is delivered: the highest of those asked for that the person's e-ID reaches. */
final class AssuranceLevels {
    private static final String SWEDISH = "http://id.elegnamnden.se/loa/1.0/loa";

    /** What this provider says it is certified for. */
    static final List<String> ALL =
            IntStream.rangeClosed(2, 4).mapToObj(AssuranceLevels::uri).toList();

    private AssuranceLevels() {}

    /** The URI of the level; empty when the person's e-ID reaches none of those asked for. */
    static Optional<String> given(AuthnRequest request, Person person) {
        List<String> reached =
                ALL.stream().filter(uri -> number(uri) <= person.level()).toList();
        List<String> asked = request.getRequestedAuthnContext() == null
                ? reached
                : request.getRequestedAuthnContext().getAuthnContextClassRefs().stream()
                        .map(AuthnContextClassRef::getURI)
                        .toList();
        return asked.stream().filter(reached::contains).max(Comparator.comparingInt(AssuranceLevels::number));
    }

    private static String uri(int number) {
        return SWEDISH + number;
    }

    private static int number(String uri) {
        return Integer.parseInt(uri.substring(SWEDISH.length()));
    }
}
