package se.knutpunkt.portal.login.saml;

import java.util.List;

/**
 * Who we are to providers.
 *
 * @param entityId our name: the address of our metadata
 * @param acs where responses are posted to
 * @param keys our keys as they are used now
 */
record ServiceIdentity(String entityId, String acs, SamlKeys keys) {

    /** The identity of the portal at a base address (no slash at its end). */
    static ServiceIdentity at(String baseUrl, SamlKeys keys) {
        return new ServiceIdentity(baseUrl + "/saml/metadata", baseUrl + "/saml/acs", keys);
    }

    /** Key of our requests and our metadata. */
    KeyPairWithCertificate signing() {
        return keys.signing();
    }

    /** Keys that open assertions, the newest first. */
    List<KeyPairWithCertificate> decryption() {
        return keys.decryption();
    }
}
