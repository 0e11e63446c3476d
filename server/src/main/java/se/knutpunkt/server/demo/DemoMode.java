package se.knutpunkt.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;
import se.knutpunkt.server.folder.SecretFile;

/**
 * Demo mode as the portal sees it: files of invented data in {@code <data>/demo}, and a key drawn there for each
 * source system of the demo register.
 */
public final class DemoMode {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGISTER = "guardians.xml";

    private final Path folder;

    private DemoMode(Path folder) {
        this.folder = folder;
    }

    /**
     * Lays the demo files in the data folder, those of this build over older ones. Keys once drawn are kept, since the
     * register is read at the first start only.
     */
    public static DemoMode prepare(DataFolder data, Programs programs) {
        DemoMode demo = new DemoMode(data.folder("demo"));
        try {
            programs.copyFiles("demo/", demo.folder);
            demo.giveKeysToSources();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return demo;
    }

    /**
     * The variables that turn demo mode on and point at its files.
     *
     * @param port the portal's port, where the demo identity provider is too
     */
    public Map<String, String> environment(int port) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "KNUTPUNKT_REGISTER", path("register.json"),
                "KNUTPUNKT_GUARDIANS", path(REGISTER),
                "KNUTPUNKT_PROXIES", path("proxies.json"),
                "KNUTPUNKT_DELEGATIONS", path("delegations.json"),
                "KNUTPUNKT_FORMS", path("forms"),
                "KNUTPUNKT_ROLE_RULES", path("role-rules.json")));
        // 127.0.0.1 and not localhost: the provider is another site than the portal, as in real life
        String eid = "http://127.0.0.1:" + port + "/demo-eid/metadata";
        variables.put("KNUTPUNKT_SAML_IDP_METADATA", eid);
        variables.put("KNUTPUNKT_DEMO_EID", eid);
        return variables;
    }

    /** The line-of-business system of the demo municipality, signalling to the portal at this address. */
    public DemoSource source(URI portal) {
        return DemoSource.of(this, portal);
    }

    /**
     * The demo municipality's population register delivers its file anew: the same content, fresh as of now. Without it a
     * demo that runs for more than a day would show, rightly, that nobody has confirmed its guardians.
     */
    public void deliverRegister() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(REGISTER), FileTime.from(Clock.systemUTC().instant()));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The key of a source system of the demo register. */
    String keyOf(String source) throws IOException {
        return JSON.readTree(keys().toFile()).path(source).asText();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Path keys() {
        return folder.resolve("source-keys.json");
    }

    private void giveKeysToSources() throws IOException {
        Path register = folder.resolve("register.json");
        JsonNode content = JSON.readTree(register.toFile());
        ObjectNode keys = Files.exists(keys()) ? (ObjectNode) JSON.readTree(keys().toFile()) : JSON.createObjectNode();
        for (JsonNode source : content.path("sources")) {
            String code = source.path("code").asText();
            if (!keys.has(code)) {
                keys.put(code, SecretFile.draw());
            }
            ((ObjectNode) source)
                    .putArray("keySha256")
                    .add(sha256(keys.get(code).asText()));
        }
        SecretFile.write(keys(), keys.toPrettyString() + "\n");
        Files.writeString(register, content.toPrettyString());
    }

    private static String sha256(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
