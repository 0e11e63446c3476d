package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.ext.saml2mdui.UIInfo;
import org.opensaml.saml.saml2.metadata.ContactPerson;
import org.opensaml.saml.saml2.metadata.ContactPersonTypeEnumeration;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import se.knutpunkt.portal.login.saml.ServiceDescription.Contact;

/** Our own metadata, by the framework's section 2.1.1. */
class OwnMetadataTest {
    static final ServiceDescription DESCRIPTION = new ServiceDescription(
            "Älvstads kommun",
            "https://www.example.org/",
            Optional.of("2021006883"),
            Portal.BASE,
            Portal.BASE + "/logo.svg",
            List.of(
                    new Contact(Contact.Kind.TECHNICAL, "drift@example.org"),
                    new Contact(Contact.Kind.SUPPORT, "stod@example.org"),
                    new Contact(Contact.Kind.SECURITY, "intrang@example.org")),
            Optional.of(Duration.ofDays(30)));

    private final ServiceIdentity us = ServiceIdentity.at(Portal.BASE, TestKeys.PORTAL);
    private final byte[] xml = new OwnMetadata(us, DESCRIPTION).xml(Portal.NOW);
    private final EntityDescriptor entity = read(xml);
    private final SPSSODescriptor role = entity.getSPSSODescriptor(SAMLConstants.SAML20P_NS);

    @Test
    void isValidByTheSchemasOfSaml() {
        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
        assertThatCode(() -> validate(new OwnMetadata(us, bare()).xml(Portal.NOW)))
                .as("with nothing configured")
                .doesNotThrowAnyException();
        String broken =
                text().replace("<md:OrganizationURL", "<md:NoSuch").replace("</md:OrganizationURL", "</md:NoSuch");
        assertThatCode(() -> validate(broken.getBytes(StandardCharsets.UTF_8)))
                .as("the schemas are those of metadata")
                .isInstanceOf(org.xml.sax.SAXException.class);
    }

    @Test
    void isSignedByTheSigningKeyAndNamesOneKeyOfEachUse() {
        assertThat(Signatures.hasAllowedForm(entity)).isTrue();
        assertThat(Signatures.isMadeByOneOf(List.of(us.signing().certificate().getPublicKey()), entity))
                .isTrue();
        assertThat(role.getKeyDescriptors())
                .extracting(key -> key.getUse())
                .containsExactly(UsageType.SIGNING, UsageType.ENCRYPTION);
    }

    @Test
    void holdsForAsLongAsItSaysAndIsReadAgainEarlier() {
        assertThat(entity.getValidUntil()).isEqualTo(Portal.NOW.plus(Duration.ofDays(30)));
        assertThat(entity.getCacheDuration()).isEqualTo(Duration.ofHours(6));
        assertThat(read(new OwnMetadata(us, bare()).xml(Portal.NOW)).getValidUntil())
                .isNull();
    }

    @Test
    void saysWhatItSendsAndWants() {
        assertThat(role.isAuthnRequestsSigned()).isTrue();
        assertThat(role.getWantAssertionsSigned()).isFalse();
        assertThat(role.getAssertionConsumerServices()).singleElement().satisfies(acs -> {
            assertThat(acs.getLocation()).isEqualTo(Portal.ACS);
            assertThat(acs.getBinding()).isEqualTo(SAMLConstants.SAML2_POST_BINDING_URI);
        });
        assertThat(role.getKeyDescriptors().get(1).getEncryptionMethods())
                .extracting(method -> method.getAlgorithm())
                .startsWith("http://www.w3.org/2009/xmlenc11#aes256-gcm")
                .contains(
                        "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
                        "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p")
                .doesNotContain("http://www.w3.org/2001/04/xmlenc#rsa-1_5");
        assertThat(text())
                .contains("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256")
                .doesNotContain("rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1");
    }

    @Test
    void declaresItsEntityCategoriesInOneAttribute() {
        assertThat(text())
                .containsOnlyOnce("\"http://macedir.org/entity-category\"")
                .contains(
                        "http://id.elegnamnden.se/ec/1.0/loa2-pnr",
                        "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
                        "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
                        "http://id.elegnamnden.se/st/1.0/public-sector-sp",
                        "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number");
    }

    @Test
    void tellsPeopleWhoItIsInBothLanguages() {
        UIInfo info = (UIInfo) role.getExtensions()
                .getUnknownXMLObjects(UIInfo.DEFAULT_ELEMENT_NAME)
                .get(0);

        assertThat(info.getDisplayNames()).extracting(name -> name.getXMLLang()).containsExactly("sv", "en");
        assertThat(info.getDescriptions())
                .extracting(text -> text.getValue())
                .containsExactly(
                        "Mina sidor och e-tjänster hos Älvstads kommun", "My pages and e-services of Älvstads kommun");
        assertThat(info.getInformationURLs())
                .extracting(url -> url.getURI())
                .containsExactly(Portal.BASE + "/", Portal.BASE + "/");
        assertThat(info.getPrivacyStatementURLs())
                .extracting(url -> url.getURI())
                .containsOnly(Portal.BASE + "/personuppgifter")
                .hasSize(2);
        assertThat(info.getLogos())
                .singleElement()
                .satisfies(logo -> assertThat(logo.getURI()).isEqualTo(Portal.BASE + "/logo.svg"));
    }

    @Test
    void namesTheOrganisationItsNumberAndWhomToWriteTo() {
        assertThat(entity.getOrganization().getOrganizationNames())
                .extracting(name -> name.getXMLLang() + " " + name.getValue())
                .containsExactly("sv Älvstads kommun", "en Älvstads kommun");
        assertThat(entity.getOrganization()
                        .getExtensions()
                        .getUnknownXMLObjects(
                                new QName("http://id.swedenconnect.se/authn/1.0/md-org-ext/ns", "OrganizationNumber")))
                .singleElement()
                .satisfies(
                        number -> assertThat(((XSAny) number).getTextContent()).isEqualTo("2021006883"));
        assertThat(entity.getContactPersons())
                .extracting(ContactPerson::getType)
                .containsExactly(
                        ContactPersonTypeEnumeration.TECHNICAL,
                        ContactPersonTypeEnumeration.SUPPORT,
                        ContactPersonTypeEnumeration.OTHER);
        assertThat(entity.getContactPersons())
                .extracting(person -> person.getEmailAddresses().get(0).getURI())
                .containsExactly("mailto:drift@example.org", "mailto:stod@example.org", "mailto:intrang@example.org");
        assertThat(entity.getContactPersons().get(2).getUnknownAttributes().values())
                .containsExactly("http://refeds.org/metadata/contactType/security");
    }

    private static ServiceDescription bare() {
        return new ServiceDescription(
                "Kommun",
                "https://www.example.org/",
                Optional.empty(),
                Portal.BASE,
                Portal.BASE + "/logo.svg",
                List.of(),
                Optional.empty());
    }

    private String text() {
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static void validate(byte[] xml) throws Exception {
        new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11)
                .getSAMLSchema()
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    private static EntityDescriptor read(byte[] xml) {
        try {
            return (EntityDescriptor)
                    OpenSaml.ready().read(OpenSaml.ready().parse(xml).getDocumentElement());
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
