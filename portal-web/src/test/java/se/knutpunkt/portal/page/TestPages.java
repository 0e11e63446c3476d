package se.knutpunkt.portal.page;

import java.net.URI;

/** What the container gives pages, for tests without one. */
public final class TestPages {
    private TestPages() {}

    /** The servlet, ready for requests one at a time. */
    public static <T extends PageServlet> T ready(T servlet) {
        servlet.visit = new Visit();
        return servlet;
    }

    /** A site at this address. */
    public static Site site(String address) {
        Site site = new Site();
        site.baseUrl = URI.create(address);
        site.municipality = "Älvstads kommun";
        site.municipalityUrl = "https://www.example.org/";
        return site;
    }

    /** Levels of assurance by that setting. */
    public static Levels levels(String setting) {
        Levels levels = new Levels();
        levels.configure(setting);
        return levels;
    }
}
