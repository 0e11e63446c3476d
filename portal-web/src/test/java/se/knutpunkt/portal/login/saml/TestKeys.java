package se.knutpunkt.portal.login.saml;

import java.nio.file.Path;

/**
 * Keys of the portal, of the provider and of a stranger; kept in the build folder, since making them takes the time of
 * many tests.
 */
final class TestKeys {
    static final SamlKeyFolder PORTAL = SamlKeyFolder.createIfAbsent(Path.of("target", "test-keys", "portal"));

    /** Read once: opening a key store takes longer than a test. */
    static final ServiceIdentity US = ServiceIdentity.at(Portal.BASE, PORTAL);

    private static final SamlKeyFolder OTHERS = SamlKeyFolder.createIfAbsent(Path.of("target", "test-keys", "others"));
    static final KeyPairWithCertificate PROVIDER = OTHERS.signing();
    static final KeyPairWithCertificate STRANGER = OTHERS.encryption();

    private TestKeys() {}
}
