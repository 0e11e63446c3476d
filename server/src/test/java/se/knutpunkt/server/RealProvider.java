package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's SimpleSAMLphp, by the script {@code src/test/idp/simplesamlphp}. */
final class RealProvider implements AutoCloseable {
    private static final String SCRIPT = "simplesamlphp";

    private final int port = RunningLauncher.freePort();
    private final ProviderProcess process;

    private RealProvider(Path folder, Map<String, String> settings) {
        process = ProviderProcess.start(SCRIPT, folder, List.of(Integer.toString(port)), settings);
    }

    /** Installs what is missing; tells what it is when it cannot. */
    static Optional<String> install() {
        return ProviderProcess.install(SCRIPT);
    }

    /**
     * One that answers when this returns.
     *
     * @param folder its own, under {@code target}
     * @param binding how it takes requests
     */
    static RealProvider start(String folder, String binding) {
        return start(folder, Map.of("IDP_BINDING", binding));
    }

    /** A municipality's own, which tells of its staff in the manner of ADFS and Entra. */
    static RealProvider startForStaff(String folder) {
        return start(folder, Map.of("IDP_STAFF", "1"));
    }

    private static RealProvider start(String folder, Map<String, String> settings) {
        RealProvider provider = new RealProvider(RunningLauncher.emptied(Path.of("target", folder)), settings);
        provider.process.await(provider.metadata());
        return provider;
    }

    /** Address of its metadata, which is its entity id too. */
    URI metadata() {
        return URI.create("http://127.0.0.1:" + port + "/saml2/idp/metadata.php");
    }

    /** Its metadata as a file, as it comes by other ways than its address. */
    Path metadataFile() {
        try {
            return Files.writeString(process.file("idp.xml"), ProviderProcess.read(metadata()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Lets a portal use it, and returns what it keeps of the portal.
     *
     * @param settings SimpleSAMLphp's, for this portal alone, as {@code name=value}
     */
    String trust(URI portalMetadata, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(portalMetadata.toString()));
        arguments.addAll(List.of(settings));
        process.trust(arguments);
        try {
            return Files.readString(process.file("metadata/saml20-sp-remote.php"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its signing key, in PEM. */
    Path key() {
        return process.folder().resolve("cert/idp.key");
    }

    @Override
    public void close() {
        process.close();
    }
}
