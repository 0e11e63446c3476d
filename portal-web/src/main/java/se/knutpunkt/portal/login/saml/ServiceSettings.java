package se.knutpunkt.portal.login.saml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;
import se.knutpunkt.portal.login.saml.ServiceDescription.Contact;
import se.knutpunkt.portal.page.Site;

/** What the operator tells of the service in its metadata; demo mode has values that say that they are none. */
@ApplicationScoped
public class ServiceSettings {
    private static final Logger LOG = Logger.getLogger(ServiceSettings.class.getName());
    private static final String DEMO_CONTACT = "demo-inte-en-riktig-adress@example.org";

    @Inject
    Site site;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_ORGANISATION_NUMBER")
    Optional<String> organisationNumber;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_CONTACT_TECHNICAL_EMAIL")
    Optional<String> technical;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_CONTACT_SUPPORT_EMAIL")
    Optional<String> support;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_CONTACT_SECURITY_EMAIL")
    Optional<String> security;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_LOGO_URL")
    Optional<String> logo;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SAML_METADATA_DAYS", defaultValue = "30")
    int days;

    /** A missing contact is told at the start; a value that is none stops it. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object portal) {
        if (describe().contacts().size() < 2) {
            LOG.log(
                    Level.WARNING,
                    "Our SAML metadata names nobody to write to: set KNUTPUNKT_CONTACT_TECHNICAL_EMAIL and"
                            + " KNUTPUNKT_CONTACT_SUPPORT_EMAIL");
        }
    }

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException when one of them is no such value
     */
    ServiceDescription describe() {
        String portal = site.getBaseUrl();
        if (days < 0) {
            throw new IllegalArgumentException("KNUTPUNKT_SAML_METADATA_DAYS is 0 or more, not " + days);
        }
        return new ServiceDescription(
                site.getMunicipality(),
                site.getMunicipalityUrl(),
                organisationNumber.map(ServiceSettings::tenDigits),
                portal,
                // any word in the version's place gives the present file, so that the address lasts
                logo.orElseGet(() -> portal + "/assets/saml/themes/" + site.getTheme() + "/logo.svg"),
                Stream.of(
                                contact(Contact.Kind.TECHNICAL, "TECHNICAL", technical.or(this::demoContact)),
                                contact(Contact.Kind.SUPPORT, "SUPPORT", support.or(this::demoContact)),
                                contact(Contact.Kind.SECURITY, "SECURITY", security))
                        .flatMap(Optional::stream)
                        .toList(),
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)));
    }

    private Optional<String> demoContact() {
        return site.isDemo() ? Optional.of(DEMO_CONTACT) : Optional.empty();
    }

    private static Optional<Contact> contact(Contact.Kind kind, String name, Optional<String> email) {
        email.filter(address -> !address.matches("[^@\\s]+@[^@\\s]+")).ifPresent(wrong -> {
            throw new IllegalArgumentException("KNUTPUNKT_CONTACT_" + name + "_EMAIL is no e-mail address");
        });
        return email.map(address -> new Contact(kind, address));
    }

    private static String tenDigits(String number) {
        try {
            return IdentityNumber.organisation(number).value().substring(2);
        } catch (InvalidIdentityNumber wrong) {
            throw new IllegalArgumentException("KNUTPUNKT_ORGANISATION_NUMBER is no organisation number", wrong);
        }
    }
}
