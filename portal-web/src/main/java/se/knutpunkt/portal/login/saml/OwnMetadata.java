package se.knutpunkt.portal.login.saml;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.ext.saml2mdattr.EntityAttributes;
import org.opensaml.saml.ext.saml2mdui.Description;
import org.opensaml.saml.ext.saml2mdui.DisplayName;
import org.opensaml.saml.ext.saml2mdui.UIInfo;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
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
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP);

    private final OpenSaml saml = OpenSaml.ready();
    private final ServiceIdentity us;
    private final String organisation;
    private final String organisationUrl;

    /**
     * @param organisation the municipality's name
     * @param organisationUrl its web site
     */
    OwnMetadata(ServiceIdentity us, String organisation, String organisationUrl) {
        this.us = us;
        this.organisation = organisation;
        this.organisationUrl = organisationUrl;
    }

    /** The document. */
    byte[] xml() {
        EntityDescriptor entity = saml.build(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(us.entityId());
        entity.setID("_" + Integer.toHexString(us.entityId().hashCode()));
        entity.setExtensions(extensions());
        entity.getRoleDescriptors().add(role());
        entity.setOrganization(organization());
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
        Extensions extensions = saml.build(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().add(attributes);
        return extensions;
    }

    private SPSSODescriptor role() {
        SPSSODescriptor role = saml.build(SPSSODescriptor.class, SPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(true);
        // the response is signed; a signature on the assertion too is welcome, not demanded
        role.setWantAssertionsSigned(false);
        Extensions extensions = saml.build(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().add(userInterface());
        role.setExtensions(extensions);
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
        info.getDisplayNames().add(displayName("sv", organisation));
        info.getDisplayNames().add(displayName("en", organisation));
        info.getDescriptions().add(description("sv", "Mina sidor och e-tjänster hos " + organisation));
        info.getDescriptions().add(description("en", "My pages and e-services of " + organisation));
        return info;
    }

    private DisplayName displayName(String language, String text) {
        DisplayName name = saml.build(DisplayName.class, DisplayName.DEFAULT_ELEMENT_NAME);
        name.setXMLLang(language);
        name.setValue(text);
        return name;
    }

    private Description description(String language, String text) {
        Description description = saml.build(Description.class, Description.DEFAULT_ELEMENT_NAME);
        description.setXMLLang(language);
        description.setValue(text);
        return description;
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
        OrganizationName name = saml.build(OrganizationName.class, OrganizationName.DEFAULT_ELEMENT_NAME);
        name.setXMLLang("sv");
        name.setValue(organisation);
        organization.getOrganizationNames().add(name);
        OrganizationDisplayName shown =
                saml.build(OrganizationDisplayName.class, OrganizationDisplayName.DEFAULT_ELEMENT_NAME);
        shown.setXMLLang("sv");
        shown.setValue(organisation);
        organization.getDisplayNames().add(shown);
        OrganizationURL url = saml.build(OrganizationURL.class, OrganizationURL.DEFAULT_ELEMENT_NAME);
        url.setXMLLang("sv");
        url.setURI(organisationUrl);
        organization.getURLs().add(url);
        return organization;
    }
}
