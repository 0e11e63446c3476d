package se.knutpunkt.portal.login.saml;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.opensaml.saml.common.SignableSAMLObject;

/** Metadata of one provider, with whatever a test wants in it. */
final class TestMetadata {
    private final String entityId;
    private String attributes = "";
    private String categories = "";
    private String certified = "";
    private String ui = "";
    private KeyPairWithCertificate key = TestKeys.PROVIDER;

    private TestMetadata(String entityId) {
        this.entityId = entityId;
    }

    static TestMetadata of(String entityId) {
        return new TestMetadata(entityId);
    }

    TestMetadata validUntil(Object until) {
        attributes += " validUntil='" + until + "'";
        return this;
    }

    TestMetadata cacheDuration(String duration) {
        attributes += " cacheDuration='" + duration + "'";
        return this;
    }

    TestMetadata categories(String... values) {
        categories = values(EntityCategories.ATTRIBUTE, values);
        return this;
    }

    TestMetadata certified(String... levels) {
        certified = values("urn:oasis:names:tc:SAML:attribute:assurance-certification", levels);
        return this;
    }

    private static String values(String name, String... values) {
        StringBuilder xml = new StringBuilder();
        for (String value : values) {
            xml.append("<saml2:AttributeValue>").append(value).append("</saml2:AttributeValue>");
        }
        return """
                <saml2:Attribute xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
                 Name="%s">%s</saml2:Attribute>
                """.formatted(name, xml);
    }

    private String extensions() {
        return categories.isEmpty() && certified.isEmpty() ? "" : """
                <md:Extensions><mdattr:EntityAttributes xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute">
                %s%s</mdattr:EntityAttributes></md:Extensions>
                """.formatted(categories, certified);
    }

    TestMetadata ui(String elements) {
        ui = """
                <md:Extensions><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">%s</mdui:UIInfo></md:Extensions>
                """.formatted(elements);
        return this;
    }

    TestMetadata key(KeyPairWithCertificate other) {
        key = other;
        return this;
    }

    String xml() {
        try {
            return """
                    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_%s" entityID="%s"%s>%s
                    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">%s
                    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                    <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                     Location="%s/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>
                    """.formatted(
                            Integer.toHexString(entityId.hashCode()),
                            entityId,
                            attributes,
                            extensions(),
                            ui,
                            Base64.getEncoder().encodeToString(key.certificate().getEncoded()),
                            entityId);
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String signed(KeyPairWithCertificate by) {
        return sign(xml(), by);
    }

    static String aggregate(String attributes, List<String> entities) {
        return "<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' ID='_all' " + attributes + ">"
                + String.join("", entities) + "</md:EntitiesDescriptor>";
    }

    static String sign(String xml, KeyPairWithCertificate by) {
        try {
            OpenSaml saml = OpenSaml.ready();
            SignableSAMLObject root =
                    (SignableSAMLObject) saml.read(saml.parse(bytes(xml)).getDocumentElement());
            saml.sign(root, by);
            return new String(saml.write(root), StandardCharsets.UTF_8);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
