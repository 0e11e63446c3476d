package se.knutpunkt.portal.login.saml;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.ext.saml2mdui.UIInfo;
import org.opensaml.saml.saml2.metadata.EntitiesDescriptor;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.SingleSignOnService;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;

/**
 * Reads identity providers out of a metadata document: one entity or an aggregate. A provider that cannot be used (no
 * key, no address for requests) is left out.
 */
final class ProviderMetadata {
    private ProviderMetadata() {}

    /** @throws UnreadableMetadata when it is no SAML metadata */
    static List<Provider> read(byte[] xml) {
        try {
            XMLObject root = OpenSaml.ready().read(OpenSaml.ready().parse(xml).getDocumentElement());
            List<EntityDescriptor> entities = new ArrayList<>();
            collect(root, entities);
            return entities.stream()
                    .flatMap(entity -> provider(entity).stream())
                    .toList();
        } catch (XMLParserException | UnmarshallingException malformed) {
            throw new UnreadableMetadata("no well-formed SAML metadata");
        }
    }

    private static void collect(XMLObject root, List<EntityDescriptor> into) {
        if (root instanceof EntityDescriptor entity) {
            into.add(entity);
        } else if (root instanceof EntitiesDescriptor several) {
            into.addAll(several.getEntityDescriptors());
            several.getEntitiesDescriptors().forEach(nested -> collect(nested, into));
        } else {
            throw new UnreadableMetadata("the root is " + root.getElementQName());
        }
    }

    private static Optional<Provider> provider(EntityDescriptor entity) {
        IDPSSODescriptor role = entity.getIDPSSODescriptor(SAMLConstants.SAML20P_NS);
        String entityId = entity.getEntityID();
        if (role == null || entityId == null) {
            return Optional.empty();
        }
        List<PublicKey> keys = role.getKeyDescriptors().stream()
                .filter(key -> key.getUse() != UsageType.ENCRYPTION)
                .flatMap(ProviderMetadata::keys)
                .toList();
        Optional<String> redirect = address(role, SAMLConstants.SAML2_REDIRECT_BINDING_URI);
        Optional<String> post = address(role, SAMLConstants.SAML2_POST_BINDING_URI);
        if (keys.isEmpty() || redirect.isEmpty() && post.isEmpty()) {
            return Optional.empty();
        }
        String name = name(role, "sv").or(() -> name(role, "en")).orElse(entityId);
        return Optional.of(new Provider(entityId, name, name(role, "en").orElse(name), redirect, post, keys));
    }

    private static Optional<String> address(IDPSSODescriptor role, String binding) {
        return role.getSingleSignOnServices().stream()
                .filter(service -> binding.equals(service.getBinding()))
                .map(SingleSignOnService::getLocation)
                .filter(location -> location.startsWith("https://") || location.startsWith("http://"))
                .findFirst();
    }

    private static Optional<String> name(IDPSSODescriptor role, String language) {
        if (role.getExtensions() == null) {
            return Optional.empty();
        }
        return role.getExtensions().getUnknownXMLObjects(UIInfo.DEFAULT_ELEMENT_NAME).stream()
                .flatMap(info -> ((UIInfo) info).getDisplayNames().stream())
                .filter(name -> language.equals(name.getXMLLang()))
                .flatMap(name -> Stream.ofNullable(name.getValue()))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    /** The certificate is a container of the key: its dates and issuer say nothing (framework section 2.1.1.2). */
    private static Stream<PublicKey> keys(KeyDescriptor descriptor) {
        if (descriptor.getKeyInfo() == null) {
            return Stream.empty();
        }
        return descriptor.getKeyInfo().getX509Datas().stream()
                .map(X509Data::getX509Certificates)
                .flatMap(List::stream)
                .flatMap(certificate -> key(certificate).stream());
    }

    private static Optional<PublicKey> key(X509Certificate certificate) {
        String text = certificate.getValue();
        if (text == null) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text);
            return Optional.of(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der))
                    .getPublicKey());
        } catch (CertificateException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
