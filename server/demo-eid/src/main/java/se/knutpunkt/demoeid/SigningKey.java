package se.knutpunkt.demoeid;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * The provider's key and the certificate that carries its public half in metadata.
 */
record SigningKey(PrivateKey key, X509Certificate certificate) {}
