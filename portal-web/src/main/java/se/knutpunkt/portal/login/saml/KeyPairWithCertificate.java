package se.knutpunkt.portal.login.saml;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A private key and the certificate that carries its public half; by the framework the certificate is a container only.
 */
record KeyPairWithCertificate(PrivateKey key, X509Certificate certificate) {}
