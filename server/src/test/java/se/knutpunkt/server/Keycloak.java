package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keycloak, by the script {@code src/test/idp/keycloak}; each of its realms is an identity provider of its own. */
final class Keycloak implements AutoCloseable {
    private static final String SCRIPT = "keycloak";

    private final int port = RunningLauncher.freePort();
    private final ProviderProcess process;

    /** What was told of the portal last, by realm: telling it again would change nothing. */
    private final Map<String, List<String>> told = new HashMap<>();

    private Keycloak(Path folder, String... realms) {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(port)));
        arguments.addAll(List.of(realms));
        process = ProviderProcess.start(SCRIPT, folder, arguments, Map.of());
    }

    /** Gets it where it is missing; tells why when it cannot. */
    static Optional<String> install() {
        return ProviderProcess.install(SCRIPT);
    }

    /**
     * One that has been started and does not answer yet.
     *
     * @param folder its own, under {@code target}
     */
    static Keycloak start(String folder, String... realms) {
        return new Keycloak(RunningLauncher.emptied(Path.of("target", folder)), realms);
    }

    /** Returns when all of it answers. */
    void await(String realm) {
        process.await(metadata(realm));
    }

    /** The name of a realm to other machines. */
    String entityId(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    URI metadata(String realm) {
        return URI.create(entityId(realm) + "/protocol/saml/descriptor");
    }

    /** Where the metadata lies that {@link #leavePostAlone} writes. */
    Path postMetadata() {
        return process.file("post.xml");
    }

    /** Writes a realm's metadata without the address that takes requests by HTTP-Redirect. */
    void leavePostAlone(String realm) {
        String both = ProviderProcess.read(metadata(realm));
        String post = both.replaceAll("<md:SingleSignOnService [^>]*HTTP-Redirect[^>]*></md:SingleSignOnService>", "");
        if (post.equals(both)) {
            throw new IllegalStateException("No HTTP-Redirect in " + both);
        }
        try {
            Files.writeString(postMetadata(), post);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Lets a portal use a realm.
     *
     * @param settings of Keycloak's client for this portal, as {@code name=value}; all others are as the framework wants
     * @return what Keycloak keeps of the portal, as JSON; nothing when it knew all that
     */
    String trust(String realm, URI portalMetadata, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(realm, portalMetadata.toString()));
        arguments.addAll(List.of(settings));
        if (arguments.equals(told.get(realm))) {
            return "";
        }
        String kept = process.trust(arguments);
        told.put(realm, arguments);
        return kept;
    }

    @Override
    public void close() {
        process.close();
    }
}
