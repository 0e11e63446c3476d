package se.knutpunkt.portal.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.knutpunkt.hub.party.OfficialTestNumbers;
import se.knutpunkt.portal.login.saml.Proof;

/**
 * Keeps test persons out of an installation where people are real: a provider that lets anyone be a test person, trusted
 * by mistake, would open it.
 */
@ApplicationScoped
class TestPersons {
    private boolean allowed;

    /** For the container's proxy. */
    protected TestPersons() {}

    @Inject
    TestPersons(
            @ConfigProperty(name = "KNUTPUNKT_TEST_NUMBERS") Optional<Boolean> setting,
            @ConfigProperty(name = "KNUTPUNKT_DEMO", defaultValue = "false") boolean demo) {
        allowed = setting.orElse(demo);
    }

    /** @throws LoginRefused when the person is a test person, or was, and such may not log in here */
    void check(Proof proof) {
        if (!allowed
                && proof instanceof Proof.OfCitizen citizen
                && Stream.concat(Stream.of(citizen.number()), citizen.former().stream())
                        .anyMatch(OfficialTestNumbers::contains)) {
            throw new LoginRefused(LoginError.TEST_NUMBER);
        }
    }
}
