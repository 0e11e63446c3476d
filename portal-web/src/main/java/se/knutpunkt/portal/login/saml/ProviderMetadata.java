package se.knutpunkt.portal.login.saml;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.ext.saml2mdattr.EntityAttributes;
import org.opensaml.saml.saml2.common.CacheableSAMLObject;
import org.opensaml.saml.saml2.common.TimeBoundSAMLObject;
import org.opensaml.saml.saml2.metadata.EntitiesDescriptor;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;
import org.w3c.dom.Element;

/**
 * Reads identity providers out of a metadata document: one entity or an aggregate. A provider that cannot be used (no
 * key, no address for requests) is left out.
 */
final class ProviderMetadata {
    /** The attribute whose values are the levels a provider is certified for. */
    private static final String ASSURANCE = "urn:oasis:names:tc:SAML:attribute:assurance-certification";

    private ProviderMetadata() {}

    /** @throws UnreadableMetadata when it is no SAML metadata */
    static Metadata read(byte[] xml) {
        return metadata(parse(xml));
    }

    /**
     * Reads what one of the keys has signed as a whole.
     *
     * @throws UnreadableMetadata when it is no SAML metadata, or its root bears no such signature of the allowed form
     */
    static Metadata readSigned(byte[] xml, Collection<PublicKey> keys) {
        XMLObject root = parse(xml);
        if (!(root instanceof SignableSAMLObject signed)
                || !Signatures.hasAllowedForm(signed)
                || !Signatures.isMadeByOneOf(keys, signed)) {
            throw new UnreadableMetadata("not signed by a pinned key");
        }
        return metadata(root);
    }

    private static XMLObject parse(byte[] xml) {
        try {
            Element root = OpenSaml.ready().parse(xml).getDocumentElement();
            if (!RawResponse.isShallow(root)) {
                throw new UnreadableMetadata("nested deeper than any metadata");
            }
            return OpenSaml.ready().read(root);
        } catch (XMLParserException | UnmarshallingException | DateTimeException | IllegalArgumentException malformed) {
            throw new UnreadableMetadata("no well-formed SAML metadata");
        }
    }

    private static Metadata metadata(XMLObject root) {
        List<Found> found = new ArrayList<>();
        collect(root, Bounds.NONE, found);
        return new Metadata(
                found.stream().flatMap(one -> provider(one).stream()).toList(),
                Bounds.NONE.within(root).validUntil(),
                found.stream()
                        .flatMap(one -> one.bounds().cacheDuration().stream())
                        .min(Duration::compareTo)
                        .or(() -> Bounds.NONE.within(root).cacheDuration()));
    }

    /** What lies in an aggregate is valid no longer than the aggregate itself. */
    private static void collect(XMLObject object, Bounds outer, List<Found> into) {
        Bounds bounds = outer.within(object);
        if (object instanceof EntityDescriptor entity) {
            IDPSSODescriptor role = entity.getIDPSSODescriptor(SAMLConstants.SAML20P_NS);
            if (role != null) {
                into.add(new Found(entity, role, bounds.within(role)));
            }
        } else if (object instanceof EntitiesDescriptor several) {
            several.getEntityDescriptors().forEach(entity -> collect(entity, bounds, into));
            several.getEntitiesDescriptors().forEach(nested -> collect(nested, bounds, into));
        } else {
            throw new UnreadableMetadata("the root is " + object.getElementQName());
        }
    }

    private static Optional<Provider> provider(Found found) {
        IDPSSODescriptor role = found.role();
        String entityId = found.entity().getEntityID();
        if (entityId == null) {
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
        return Optional.of(new Provider(
                entityId,
                ProviderShown.of(role, entityId),
                redirect,
                post,
                keys,
                values(found.entity(), EntityCategories.ATTRIBUTE),
                values(found.entity(), ASSURANCE),
                found.bounds().validUntil()));
    }

    private static Set<String> values(EntityDescriptor entity, String name) {
        if (entity.getExtensions() == null) {
            return Set.of();
        }
        return entity.getExtensions().getUnknownXMLObjects(EntityAttributes.DEFAULT_ELEMENT_NAME).stream()
                .flatMap(attributes -> ((EntityAttributes) attributes).getAttributes().stream())
                .filter(attribute -> name.equals(attribute.getName()))
                .flatMap(attribute -> attribute.getAttributeValues().stream())
                .flatMap(value -> Stream.ofNullable(value.getDOM()))
                .map(value -> value.getTextContent().strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> address(IDPSSODescriptor role, String binding) {
        return role.getSingleSignOnServices().stream()
                .filter(service -> binding.equals(service.getBinding()))
                .flatMap(service -> Stream.ofNullable(service.getLocation()))
                .filter(location -> location.startsWith("https://") || location.startsWith("http://"))
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

    private record Found(EntityDescriptor entity, IDPSSODescriptor role, Bounds bounds) {}

    /** How long something may be used, and how long without asking again: the strictest of all around it. */
    private record Bounds(Instant validUntil, Optional<Duration> cacheDuration) {
        static final Bounds NONE = new Bounds(Instant.MAX, Optional.empty());

        Bounds within(XMLObject inner) {
            Instant until = inner instanceof TimeBoundSAMLObject bound && bound.getValidUntil() != null
                    ? bound.getValidUntil()
                    : Instant.MAX;
            Duration cached = inner instanceof CacheableSAMLObject cacheable ? cacheable.getCacheDuration() : null;
            return new Bounds(
                    until.isBefore(validUntil) ? until : validUntil,
                    Stream.concat(cacheDuration.stream(), Stream.ofNullable(cached))
                            .min(Duration::compareTo));
        }
    }
}
