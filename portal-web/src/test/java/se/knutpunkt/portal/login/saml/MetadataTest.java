package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.security.credential.UsageType;

/** Our own metadata, and providers' as we read it. */
class MetadataTest {
    private final ServiceIdentity us = ServiceIdentity.at(Portal.BASE, TestKeys.PORTAL);

    @Test
    void publishesSignedMetadataWithBothKeys() throws Exception {
        byte[] xml = new OwnMetadata(us, "Älvstads kommun", "https://www.example.org/").xml();

        EntityDescriptor entity = (EntityDescriptor)
                OpenSaml.ready().read(OpenSaml.ready().parse(xml).getDocumentElement());
        SPSSODescriptor role = entity.getSPSSODescriptor(SAMLConstants.SAML20P_NS);
        assertThat(Signatures.isMadeByOneOf(List.of(us.signing().certificate().getPublicKey()), entity))
                .isTrue();
        assertThat(role.isAuthnRequestsSigned()).isTrue();
        assertThat(role.getKeyDescriptors())
                .extracting(key -> key.getUse())
                .containsExactly(UsageType.SIGNING, UsageType.ENCRYPTION);
        assertThat(role.getAssertionConsumerServices())
                .extracting(acs -> acs.getLocation())
                .containsExactly(Portal.ACS);
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number", "Älvstads kommun");
    }

    @Test
    void readsAProviderWithItsNamesAddressesAndAllItsSigningKeys() {
        List<Provider> read = ProviderMetadata.read(bytes(provider("https://a.example", "signing")));

        assertThat(read).singleElement().satisfies(provider -> {
            assertThat(provider.nameSv()).isEqualTo("Prov");
            assertThat(provider.nameEn()).isEqualTo("Trial");
            assertThat(provider.redirect()).isEqualTo(Optional.of("https://a.example/sso"));
            assertThat(provider.post()).isEmpty();
            assertThat(provider.keys())
                    .containsExactly(TestKeys.PROVIDER.certificate().getPublicKey());
        });
    }

    @Test
    void readsEveryProviderOfAnAggregate() {
        String aggregate = "<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'>"
                + provider("https://a.example", "signing")
                + provider("https://b.example", "signing")
                + "</md:EntitiesDescriptor>";

        assertThat(ProviderMetadata.read(bytes(aggregate)))
                .extracting(Provider::entityId)
                .containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void leavesOutAProviderWithoutAKeyThatSigns() {
        assertThat(ProviderMetadata.read(bytes(provider("https://a.example", "encryption"))))
                .isEmpty();
    }

    @Test
    void leavesOutAServiceProvider() {
        assertThat(ProviderMetadata.read(new OwnMetadata(us, "Älvstad", "https://www.example.org/").xml()))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoMetadata() {
        assertThatThrownBy(() -> ProviderMetadata.read(bytes("<html/>"))).isInstanceOf(UnreadableMetadata.class);
        assertThatThrownBy(() -> ProviderMetadata.read(bytes("no xml"))).isInstanceOf(UnreadableMetadata.class);
        assertThatThrownBy(() -> ProviderMetadata.read(
                        bytes("<!DOCTYPE x><md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'/>")))
                .isInstanceOf(UnreadableMetadata.class);
    }

    static String provider(String entityId, String use) {
        try {
            String certificate = Base64.getEncoder()
                    .encodeToString(TestKeys.PROVIDER.certificate().getEncoded());
            return """
                    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
                    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <md:Extensions><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">
                    <mdui:DisplayName xml:lang="sv">Prov</mdui:DisplayName>
                    <mdui:DisplayName xml:lang="en">Trial</mdui:DisplayName></mdui:UIInfo></md:Extensions>
                    <md:KeyDescriptor use="%s"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                    <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                     Location="%s/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>
                    """.formatted(entityId, use, certificate, entityId);
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
