package se.knutpunkt.portal.login.saml;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.ext.saml2alg.DigestMethod;
import org.opensaml.saml.ext.saml2alg.SigningMethod;
import org.opensaml.saml.ext.saml2mdattr.EntityAttributes;
import org.opensaml.saml.ext.saml2mdui.Description;
import org.opensaml.saml.ext.saml2mdui.DisplayName;
import org.opensaml.saml.ext.saml2mdui.InformationURL;
import org.opensaml.saml.ext.saml2mdui.Logo;
import org.opensaml.saml.ext.saml2mdui.PrivacyStatementURL;
import org.opensaml.saml.ext.saml2mdui.UIInfo;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.Company;
import org.opensaml.saml.saml2.metadata.ContactPerson;
import org.opensaml.saml.saml2.metadata.ContactPersonTypeEnumeration;
import org.opensaml.saml.saml2.metadata.EmailAddress;
import org.opensaml.saml.saml2.metadata.EncryptionMethod;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.Extensions;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.Organization;
import org.opensaml.saml.saml2.metadata.OrganizationDisplayName;
import org.opensaml.saml.saml2.metadata.OrganizationName;
import org.opensaml.saml.saml2.metadata.OrganizationURL;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;

/** Our own metadata by the framework (Deployment Profile section 2.1.1), signed. */
final class OwnMetadata {
    private static final List<String> CIPHERS = List.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP);

    private static final QName ORGANISATION_NUMBER =
            new QName("http://id.swedenconnect.se/authn/1.0/md-org-ext/ns", "OrganizationNumber", "mdorgext");
    private static final QName CONTACT_TYPE = new QName("http://refeds.org/metadata", "contactType", "remd");

    /** The size that the themes' logos are drawn for; they are drawings and bear any. */
    private static final int LOGO_PIXELS = 34;

    /** How often providers are to read it again: they know the next key long before it signs. */
    private static final Duration CACHED = Duration.ofHours(6);

    private static final List<String> LANGUAGES = List.of("sv", "en");
    private static final String SECURITY_CONTACT = "http://refeds.org/metadata/contactType/security";

    private final OpenSaml saml = OpenSaml.ready();
    private final ServiceIdentity us;
    private final ServiceDescription description;

    OwnMetadata(ServiceIdentity us, ServiceDescription description) {
        this.us = us;
        this.description = description;
    }

    /** The document, made at that time. */
    byte[] xml(Instant now) {
        EntityDescriptor entity = saml.build(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(us.entityId());
        entity.setID("_" + Integer.toHexString(us.entityId().hashCode()));
        entity.setCacheDuration(CACHED);
        description
                .validity()
                .ifPresent(days -> entity.setValidUntil(now.plus(days).truncatedTo(ChronoUnit.SECONDS)));
        entity.setExtensions(extensions());
        entity.getRoleDescriptors().add(role());
        entity.setOrganization(organization());
        description.contacts().forEach(contact -> entity.getContactPersons().add(person(contact)));
        saml.sign(entity, us.signing());
        return saml.write(entity);
    }

    private Extensions extensions() {
        Attribute category = saml.build(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
        category.setName(EntityCategories.ATTRIBUTE);
        category.setNameFormat(Attribute.URI_REFERENCE);
        for (String uri : EntityCategories.OURS) {
            XSString value = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
            value.setValue(uri);
            category.getAttributeValues().add(value);
        }
        EntityAttributes attributes = saml.build(EntityAttributes.class, EntityAttributes.DEFAULT_ELEMENT_NAME);
        attributes.getAttributes().add(category);
        Extensions extensions = extensions(attributes);
        for (String algorithm : new TreeSet<>(Signatures.DIGESTS)) {
            DigestMethod digest = saml.build(DigestMethod.class, DigestMethod.DEFAULT_ELEMENT_NAME);
            digest.setAlgorithm(algorithm);
            extensions.getUnknownXMLObjects().add(digest);
        }
        for (String algorithm : new TreeSet<>(Signatures.ALGORITHMS)) {
            SigningMethod method = saml.build(SigningMethod.class, SigningMethod.DEFAULT_ELEMENT_NAME);
            method.setAlgorithm(algorithm);
            extensions.getUnknownXMLObjects().add(method);
        }
        return extensions;
    }

    private SPSSODescriptor role() {
        SPSSODescriptor role = saml.build(SPSSODescriptor.class, SPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(true);
        // the response is signed; a signature on the assertion too is welcome, not demanded
        role.setWantAssertionsSigned(false);
        role.setExtensions(extensions(userInterface()));
        for (KeyPairWithCertificate signing : us.keys().published()) {
            role.getKeyDescriptors().add(key(UsageType.SIGNING, signing));
        }
        role.getKeyDescriptors().add(encryptionKey());
        NameIDFormat format = saml.build(NameIDFormat.class, NameIDFormat.DEFAULT_ELEMENT_NAME);
        format.setURI(NameIDType.PERSISTENT);
        role.getNameIDFormats().add(format);
        AssertionConsumerService acs =
                saml.build(AssertionConsumerService.class, AssertionConsumerService.DEFAULT_ELEMENT_NAME);
        acs.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        acs.setLocation(us.acs());
        acs.setIndex(0);
        acs.setIsDefault(true);
        role.getAssertionConsumerServices().add(acs);
        return role;
    }

    private UIInfo userInterface() {
        UIInfo info = saml.build(UIInfo.class, UIInfo.DEFAULT_ELEMENT_NAME);
        for (String language : LANGUAGES) {
            info.getDisplayNames().add(displayName(language, description.organisation()));
            InformationURL about = saml.build(InformationURL.class, InformationURL.DEFAULT_ELEMENT_NAME);
            about.setXMLLang(language);
            about.setURI(description.portalUrl() + "/");
            info.getInformationURLs().add(about);
            PrivacyStatementURL privacy =
                    saml.build(PrivacyStatementURL.class, PrivacyStatementURL.DEFAULT_ELEMENT_NAME);
            privacy.setXMLLang(language);
            privacy.setURI(description.portalUrl() + "/personuppgifter");
            info.getPrivacyStatementURLs().add(privacy);
        }
        info.getDescriptions().add(described("sv", "Mina sidor och e-tjänster hos " + description.organisation()));
        info.getDescriptions().add(described("en", "My pages and e-services of " + description.organisation()));
        Logo logo = saml.build(Logo.class, Logo.DEFAULT_ELEMENT_NAME);
        logo.setURI(description.logoUrl());
        logo.setHeight(LOGO_PIXELS);
        logo.setWidth(LOGO_PIXELS);
        info.getLogos().add(logo);
        return info;
    }

    private DisplayName displayName(String language, String text) {
        DisplayName name = saml.build(DisplayName.class, DisplayName.DEFAULT_ELEMENT_NAME);
        name.setXMLLang(language);
        name.setValue(text);
        return name;
    }

    private Description described(String language, String text) {
        Description sentence = saml.build(Description.class, Description.DEFAULT_ELEMENT_NAME);
        sentence.setXMLLang(language);
        sentence.setValue(text);
        return sentence;
    }

    private KeyDescriptor encryptionKey() {
        KeyDescriptor descriptor = key(UsageType.ENCRYPTION, us.keys().encryption());
        for (String algorithm : CIPHERS) {
            EncryptionMethod method = saml.build(EncryptionMethod.class, EncryptionMethod.DEFAULT_ELEMENT_NAME);
            method.setAlgorithm(algorithm);
            descriptor.getEncryptionMethods().add(method);
        }
        return descriptor;
    }

    private KeyDescriptor key(UsageType use, KeyPairWithCertificate key) {
        X509Certificate certificate = saml.build(X509Certificate.class, X509Certificate.DEFAULT_ELEMENT_NAME);
        try {
            certificate.setValue(
                    Base64.getMimeEncoder().encodeToString(key.certificate().getEncoded()));
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("Our own certificate cannot be encoded", broken);
        }
        X509Data data = saml.build(X509Data.class, X509Data.DEFAULT_ELEMENT_NAME);
        data.getX509Certificates().add(certificate);
        KeyInfo info = saml.build(KeyInfo.class, KeyInfo.DEFAULT_ELEMENT_NAME);
        info.getX509Datas().add(data);
        KeyDescriptor descriptor = saml.build(KeyDescriptor.class, KeyDescriptor.DEFAULT_ELEMENT_NAME);
        descriptor.setUse(use);
        descriptor.setKeyInfo(info);
        return descriptor;
    }

    private Organization organization() {
        Organization organization = saml.build(Organization.class, Organization.DEFAULT_ELEMENT_NAME);
        description.organisationNumber().ifPresent(number -> organization.setExtensions(extensions(number(number))));
        for (String language : LANGUAGES) {
            OrganizationName name = saml.build(OrganizationName.class, OrganizationName.DEFAULT_ELEMENT_NAME);
            name.setXMLLang(language);
            name.setValue(description.organisation());
            organization.getOrganizationNames().add(name);
            OrganizationDisplayName shown =
                    saml.build(OrganizationDisplayName.class, OrganizationDisplayName.DEFAULT_ELEMENT_NAME);
            shown.setXMLLang(language);
            shown.setValue(description.organisation());
            organization.getDisplayNames().add(shown);
            OrganizationURL url = saml.build(OrganizationURL.class, OrganizationURL.DEFAULT_ELEMENT_NAME);
            url.setXMLLang(language);
            url.setURI(description.organisationUrl());
            organization.getURLs().add(url);
        }
        return organization;
    }

    /** The framework's extension of the organisation ({@code md-org-ext}). */
    private static XSAny number(String digits) {
        XSAny number = new XSAnyBuilder().buildObject(ORGANISATION_NUMBER);
        number.setTextContent(digits);
        return number;
    }

    private ContactPerson person(ServiceDescription.Contact contact) {
        ContactPerson person = saml.build(ContactPerson.class, ContactPerson.DEFAULT_ELEMENT_NAME);
        switch (contact.kind()) {
            case TECHNICAL -> person.setType(ContactPersonTypeEnumeration.TECHNICAL);
            case SUPPORT -> person.setType(ContactPersonTypeEnumeration.SUPPORT);
            case SECURITY -> {
                // SAML has no such kind: REFEDS' attribute names it
                person.setType(ContactPersonTypeEnumeration.OTHER);
                person.getUnknownAttributes().put(CONTACT_TYPE, SECURITY_CONTACT);
            }
        }
        Company company = saml.build(Company.class, Company.DEFAULT_ELEMENT_NAME);
        company.setValue(description.organisation());
        person.setCompany(company);
        EmailAddress email = saml.build(EmailAddress.class, EmailAddress.DEFAULT_ELEMENT_NAME);
        email.setURI("mailto:" + contact.email());
        person.getEmailAddresses().add(email);
        return person;
    }

    private Extensions extensions(XMLObject... content) {
        Extensions extensions = saml.build(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().addAll(List.of(content));
        return extensions;
    }
}
