package se.knutpunkt.portal.login.saml;

/**
 * Who we are to providers.
 *
 * @param entityId our name: the address of our metadata
 * @param acs where responses are posted to
 * @param signing key of our requests and our metadata
 * @param encryption key to which assertions are encrypted
 */
record ServiceIdentity(String entityId, String acs, KeyPairWithCertificate signing, KeyPairWithCertificate encryption) {

    /** The identity of the portal at a base address (no slash at its end). */
    static ServiceIdentity at(String baseUrl, SamlKeyFolder keys) {
        return new ServiceIdentity(
                baseUrl + "/saml/metadata", baseUrl + "/saml/acs", keys.signing(), keys.encryption());
    }
}
