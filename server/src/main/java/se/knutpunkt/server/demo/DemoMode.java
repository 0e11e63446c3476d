package se.knutpunkt.server.demo;

import java.util.Map;
import se.knutpunkt.server.folder.DataFolder;

/**
 * Demo mode as the portal sees it.
 *
 * @param environment variables that turn it on and point at its files
 */
public record DemoMode(Map<String, String> environment) {
    /** Lays the demo files in the data folder. */
    public static DemoMode prepare(DataFolder folder, int port) {
        folder.folder("demo");
        return new DemoMode(Map.of(
                "KNUTPUNKT_DEMO",
                "true",
                "KNUTPUNKT_SAML_IDP_METADATA",
                "http://127.0.0.1:" + port + "/demo-eid/metadata"));
    }
}
