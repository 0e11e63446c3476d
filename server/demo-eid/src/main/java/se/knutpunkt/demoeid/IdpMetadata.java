package se.knutpunkt.demoeid;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.ext.saml2mdattr.EntityAttributes;
import org.opensaml.saml.ext.saml2mdui.DisplayName;
import org.opensaml.saml.ext.saml2mdui.UIInfo;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.Extensions;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SingleSignOnService;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;

/** The provider's signed metadata. */
final class IdpMetadata {
    private final OpenSaml saml = OpenSaml.ready();
    private final Place place;
    private final SigningKey key;

    IdpMetadata(Place place, SigningKey key) {
        this.place = place;
        this.key = key;
    }

    byte[] xml() {
        EntityDescriptor entity = saml.build(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(place.entityId());
        entity.setID("_demo-eid");
        entity.setExtensions(entityExtensions());
        entity.getRoleDescriptors().add(role());
        saml.sign(entity, key);
        return saml.write(entity);
    }

    private Extensions entityExtensions() {
        EntityAttributes attributes = saml.build(EntityAttributes.class, EntityAttributes.DEFAULT_ELEMENT_NAME);
        attributes
                .getAttributes()
                .add(attribute(
                        "http://macedir.org/entity-category",
                        List.of(
                                "http://id.elegnamnden.se/ec/1.0/loa2-pnr",
                                "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
                                "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
                                "http://id.swedenconnect.se/general-ec/1.0/supports-user-message")));
        attributes
                .getAttributes()
                .add(attribute("urn:oasis:names:tc:SAML:attribute:assurance-certification", AssuranceLevels.ALL));
        Extensions extensions = saml.build(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().add(attributes);
        return extensions;
    }

    private Attribute attribute(String name, List<String> texts) {
        Attribute attribute = saml.build(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
        attribute.setName(name);
        attribute.setNameFormat(Attribute.URI_REFERENCE);
        for (String text : texts) {
            XSString value = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
            value.setValue(text);
            attribute.getAttributeValues().add(value);
        }
        return attribute;
    }

    private IDPSSODescriptor role() {
        IDPSSODescriptor role = saml.build(IDPSSODescriptor.class, IDPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setWantAuthnRequestsSigned(true);
        role.setExtensions(names());
        role.getKeyDescriptors().add(keyDescriptor());
        NameIDFormat format = saml.build(NameIDFormat.class, NameIDFormat.DEFAULT_ELEMENT_NAME);
        format.setURI(NameIDType.PERSISTENT);
        role.getNameIDFormats().add(format);
        for (String binding : List.of(SAMLConstants.SAML2_REDIRECT_BINDING_URI, SAMLConstants.SAML2_POST_BINDING_URI)) {
            SingleSignOnService service =
                    saml.build(SingleSignOnService.class, SingleSignOnService.DEFAULT_ELEMENT_NAME);
            service.setBinding(binding);
            service.setLocation(place.sso());
            role.getSingleSignOnServices().add(service);
        }
        return role;
    }

    private Extensions names() {
        UIInfo info = saml.build(UIInfo.class, UIInfo.DEFAULT_ELEMENT_NAME);
        info.getDisplayNames().add(name("sv", "Demo-legitimation"));
        info.getDisplayNames().add(name("en", "Demo e-ID"));
        Extensions extensions = saml.build(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().add(info);
        return extensions;
    }

    private DisplayName name(String language, String text) {
        DisplayName name = saml.build(DisplayName.class, DisplayName.DEFAULT_ELEMENT_NAME);
        name.setXMLLang(language);
        name.setValue(text);
        return name;
    }

    private KeyDescriptor keyDescriptor() {
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
        descriptor.setUse(UsageType.SIGNING);
        descriptor.setKeyInfo(info);
        return descriptor;
    }
}
