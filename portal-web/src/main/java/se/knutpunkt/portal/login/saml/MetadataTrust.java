package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Why metadata that comes over the network may be believed: it is signed by a key that the operator has pinned, or, when
 * none is pinned, the connection itself proves the sender. The files are read anew each time, so that the federation's
 * key rolls over without a restart; one that cannot be read lets nothing through.
 */
final class MetadataTrust {
    private static final Logger LOG = Logger.getLogger(MetadataTrust.class.getName());
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0(:0){6}:1]");

    private final Optional<List<Path>> certificates;

    private MetadataTrust(Optional<List<Path>> certificates) {
        this.certificates = certificates;
    }

    /** @param files PEM files with certificates, comma-separated; none when the connection is to be believed */
    static MetadataTrust of(Optional<String> files) {
        return new MetadataTrust(files.map(list -> Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList()));
    }

    /** Says once what the operator should know of these sources. */
    void warn(Collection<MetadataSource> sources) {
        if (certificates.isEmpty()) {
            sources.stream()
                    .filter(MetadataSource::isEncryptedOnTheWay)
                    .forEach(source -> LOG.log(
                            Level.WARNING,
                            "Metadata of identity providers at {0} is believed for its TLS certificate alone; pin the"
                                    + " federation''s key with KNUTPUNKT_SAML_METADATA_CERT",
                            source));
        }
    }

    /** @throws UnreadableMetadata when nothing could ever prove what comes from the address */
    void allow(URI address) {
        if (certificates.isEmpty() && !isHttps(address) && !isLoopback(address)) {
            throw new UnreadableMetadata("plain http without KNUTPUNKT_SAML_METADATA_CERT proves nothing");
        }
    }

    /**
     * Reads metadata that came over the network, now or once.
     *
     * @throws UnreadableMetadata when it is no metadata or not signed as it must be
     */
    Metadata read(byte[] xml) {
        return certificates.isEmpty() ? ProviderMetadata.read(xml) : ProviderMetadata.readSigned(xml, keys());
    }

    /** A certificate is a container of the key: its dates and issuer say nothing. */
    private List<PublicKey> keys() {
        return certificates.orElseGet(List::of).stream()
                .flatMap(file -> certificates(file).stream())
                .map(Certificate::getPublicKey)
                .toList();
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        } catch (IOException | CertificateException unusable) {
            throw new UnreadableMetadata(
                    "no certificate can be read from " + file + " of KNUTPUNKT_SAML_METADATA_CERT: " + unusable);
        }
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** By the address as written: a name that only resolves to loopback may resolve to something else tomorrow. */
    private static boolean isLoopback(URI address) {
        String host = address.getHost();
        return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
