package se.knutpunkt.portal.login.saml;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Keys of the portal, of the provider and of a stranger; kept in the build folder, since making them takes the time of
 * many tests.
 */
final class TestKeys {
    static final SamlKeys PORTAL = keys("portal");

    /** Read once: opening a key store takes longer than a test. */
    static final ServiceIdentity US = ServiceIdentity.at(Portal.BASE, PORTAL);

    private static final SamlKeys OTHERS = keys("others");
    static final KeyPairWithCertificate PROVIDER = OTHERS.signing();
    static final KeyPairWithCertificate STRANGER = OTHERS.encryption();

    private TestKeys() {}

    private static SamlKeys keys(String whose) {
        return SamlKeyFolder.createIfAbsent(Path.of("target", "test-keys", whose), Clock.systemUTC())
                .now();
    }
}
