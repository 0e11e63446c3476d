package se.knutpunkt.portal.login.saml;

import java.util.List;

/**
 * Our keys as they are used at one time.
 *
 * @param signing key that signs requests and metadata
 * @param published signing keys that metadata names, the one that signs among them: a provider that knows any metadata of
 *     ours since the roll-over began knows the key of every request
 * @param encryption key to which metadata asks providers to encrypt
 * @param decryption keys that open assertions, the newest first: providers that know older metadata encrypt to an older
 */
record SamlKeys(
        KeyPairWithCertificate signing,
        List<KeyPairWithCertificate> published,
        KeyPairWithCertificate encryption,
        List<KeyPairWithCertificate> decryption) {
    /** Copies the lists. */
    SamlKeys {
        published = List.copyOf(published);
        decryption = List.copyOf(decryption);
    }
}
