package se.knutpunkt.demoeid;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the provider stands and whom it serves.
 *
 * @param demo whether this is demo mode; if not, nothing answers
 * @param portal base address of the portal, without a slash at its end
 * @param self base address of this provider: another site than the portal to a browser
 * @param keys folder of the provider's key
 */
record Place(boolean demo, String portal, String self, Path keys) {

    /** As the environment tells it. */
    static Place configured() {
        Config config = ConfigProvider.getConfig();
        String portal = config.getOptionalValue("KNUTPUNKT_BASE_URL", String.class)
                .orElse("http://localhost:8080")
                .replaceAll("/$", "");
        return new Place(
                config.getOptionalValue("KNUTPUNKT_DEMO", Boolean.class).orElse(false),
                portal,
                config.getOptionalValue("KNUTPUNKT_DEMO_EID_URL", String.class).orElse(beside(portal)),
                keys(config));
    }

    /** Its own folder; beside the portal's keys in the data folder when none is named. */
    private static Path keys(Config config) {
        return config.getOptionalValue("KNUTPUNKT_DEMO_EID_DIR", String.class)
                .map(Path::of)
                .orElseGet(() -> Path.of(config.getOptionalValue("KNUTPUNKT_KEYS_DIR", String.class)
                                .orElse("keys"))
                        .resolveSibling("demo")
                        .resolve("eid"));
    }

    /** The same server by its number instead of its name. */
    private static String beside(String portal) {
        int port = URI.create(portal).getPort();
        return "http://127.0.0.1" + (port < 0 ? "" : ":" + port) + "/demo-eid";
    }

    String entityId() {
        return self + "/metadata";
    }

    String sso() {
        return self + "/sso";
    }

    String portalMetadata() {
        return portal + "/saml/metadata";
    }
}
