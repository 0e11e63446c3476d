package se.knutpunkt.portal.login.saml;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opensaml.saml.ext.saml2mdui.Keywords;
import org.opensaml.saml.ext.saml2mdui.UIInfo;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.LocalizedName;

/** Reads how people see a provider (SAML Metadata Extensions for Login and Discovery User Interface). */
final class ProviderShown {
    private final List<UIInfo> infos;

    private ProviderShown(List<UIInfo> infos) {
        this.infos = infos;
    }

    /**
     * A name that one language lacks is taken from the other, at last from the entity id: it is what a person looks for.
     * A description is not: a page has one language.
     */
    static Provider.Shown of(IDPSSODescriptor role, String entityId) {
        return new ProviderShown(infos(role)).read(entityId);
    }

    private static List<UIInfo> infos(IDPSSODescriptor role) {
        return role.getExtensions() == null
                ? List.of()
                : role.getExtensions().getUnknownXMLObjects(UIInfo.DEFAULT_ELEMENT_NAME).stream()
                        .map(UIInfo.class::cast)
                        .toList();
    }

    private Provider.Shown read(String entityId) {
        return new Provider.Shown(
                words("sv", "en", entityId),
                words("en", "sv", entityId),
                infos.stream()
                        .flatMap(info -> info.getLogos().stream())
                        .flatMap(logo -> Stream.ofNullable(logo.getURI()))
                        .flatMap(address -> Logo.of(address).stream())
                        .findFirst());
    }

    private Words words(String language, String other, String entityId) {
        List<LocalizedName> names =
                infos.stream().flatMap(info -> info.getDisplayNames().stream()).collect(Collectors.toList());
        List<LocalizedName> descriptions =
                infos.stream().flatMap(info -> info.getDescriptions().stream()).collect(Collectors.toList());
        return new Words(
                text(names, language).or(() -> text(names, other)).orElse(entityId),
                text(descriptions, language).orElse(""),
                keywords(language));
    }

    private static Optional<String> text(Collection<LocalizedName> texts, String language) {
        return texts.stream()
                .filter(text -> language.equals(text.getXMLLang()))
                .flatMap(text -> Stream.ofNullable(text.getValue()))
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** A plus stands for a space within a keyword. */
    private String keywords(String language) {
        return infos.stream()
                .flatMap(info -> info.getKeywords().stream())
                .filter(keywords -> language.equals(keywords.getXMLLang()))
                .map(Keywords::getKeywords)
                .filter(keywords -> keywords != null && !keywords.isEmpty())
                .map(keywords -> String.join(" ", keywords).replace('+', ' '))
                .collect(Collectors.joining(" "));
    }
}
