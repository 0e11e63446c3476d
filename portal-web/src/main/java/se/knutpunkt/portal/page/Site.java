package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is true of the whole installation: whose it is, where it answers, whether it is a demo. */
@Named
@ApplicationScoped
public class Site {
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_MUNICIPALITY", defaultValue = "Älvstads kommun")
    String municipality;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_MUNICIPALITY_URL", defaultValue = "https://www.example.org/")
    String municipalityUrl;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_BASE_URL", defaultValue = "http://localhost:8080")
    URI baseUrl;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEMO", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_THEME", defaultValue = "alvstad")
    String theme;

    public String getMunicipality() {
        return municipality;
    }

    /** The municipality's own web site, linked from Mina sidor. */
    public String getMunicipalityUrl() {
        return municipalityUrl;
    }

    /** Where people reach the portal, without a trailing slash; the base of every absolute link we write. */
    public String getBaseUrl() {
        String text = baseUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether every page says that nothing is real. */
    public boolean isDemo() {
        return demo;
    }

    /** The folder under {@code assets/themes} whose tokens colour the pages. */
    public String getTheme() {
        return theme;
    }
}
