package se.knutpunkt.demoeid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.security.credential.UsageType;

/**
 * The one service provider served here, as its metadata tells.
 *
 * @param entityId its name
 * @param acs where responses may be posted to
 * @param signing certificates that sign its requests
 * @param encryption certificate to which assertions are encrypted
 */
record Portal(String entityId, List<String> acs, List<X509Certificate> signing, X509Certificate encryption) {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** @throws RefusedRequest when the portal's metadata cannot be had */
    static Portal fetch(String address) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
        try (InputStream body =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            return read(body.readNBytes(MAX_BYTES));
        } catch (IOException failed) {
            throw new RefusedRequest("the portal's metadata cannot be fetched: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedRequest("stopped");
        }
    }

    /** @throws RefusedRequest when it is no metadata of a service provider */
    static Portal read(byte[] xml) {
        try {
            OpenSaml saml = OpenSaml.ready();
            if (!(saml.read(saml.parse(xml).getDocumentElement()) instanceof EntityDescriptor entity)
                    || entity.getSPSSODescriptor(SAMLConstants.SAML20P_NS) == null) {
                throw new RefusedRequest("the portal's metadata names no service provider");
            }
            SPSSODescriptor role = entity.getSPSSODescriptor(SAMLConstants.SAML20P_NS);
            return new Portal(
                    entity.getEntityID(),
                    role.getAssertionConsumerServices().stream()
                            .filter(acs -> SAMLConstants.SAML2_POST_BINDING_URI.equals(acs.getBinding()))
                            .map(acs -> acs.getLocation())
                            .toList(),
                    certificates(role, UsageType.SIGNING),
                    certificates(role, UsageType.ENCRYPTION).get(0));
        } catch (XMLParserException | UnmarshallingException malformed) {
            throw new RefusedRequest("the portal's metadata cannot be read");
        }
    }

    private static List<X509Certificate> certificates(SPSSODescriptor role, UsageType use) {
        return role.getKeyDescriptors().stream()
                .filter(key -> key.getUse() == use && key.getKeyInfo() != null)
                .flatMap(key -> key.getKeyInfo().getX509Datas().stream())
                .flatMap(data -> data.getX509Certificates().stream())
                .map(certificate -> certificate(certificate.getValue()))
                .toList();
    }

    private static X509Certificate certificate(String text) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unusable) {
            throw new RefusedRequest("a certificate of the portal cannot be read");
        }
    }
}
