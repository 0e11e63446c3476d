package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where providers' metadata is read: an address or a file. A file is the operator's own and needs no signature; what an
 * address gives is proved as {@link MetadataTrust} says and kept for the day when the network is down.
 */
final class MetadataSource {
    /** A federation's aggregate is some megabytes; more is none. */
    private static final int MAX_BYTES = 30 * 1024 * 1024;

    private final String place;
    private final MetadataTrust trust;
    private final MetadataCache cache;

    private MetadataSource(String place, MetadataTrust trust, MetadataCache cache) {
        this.place = place;
        this.trust = trust;
        this.cache = cache;
    }

    /** The sources of a comma-separated list. */
    static List<MetadataSource> list(String places, MetadataTrust trust, MetadataCache cache) {
        return Arrays.stream(places.split(","))
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .map(place -> new MetadataSource(place, trust, cache))
                .toList();
    }

    boolean isEncryptedOnTheWay() {
        return startsWith("https://");
    }

    /** @throws UnreadableMetadata when it cannot be had in time, is not proved, is no metadata or is past its end */
    Metadata read(Instant now) {
        try {
            if (!isAddress()) {
                return valid(ProviderMetadata.read(file()), now);
            }
            URI address = URI.create(place);
            trust.allow(address);
            byte[] xml = MetadataDownload.fetch(address, MAX_BYTES);
            Metadata read = valid(trust.read(xml), now);
            cache.keep(address, xml);
            return read;
        } catch (IOException | IllegalArgumentException failed) {
            throw new UnreadableMetadata(failed.toString());
        }
    }

    /**
     * The copy that was kept when the address last gave something good; empty when there is none, for a file, and when
     * the copy would not be believed if it came now.
     */
    Optional<Metadata> readKept(Instant now) {
        if (!isAddress()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(place);
            trust.allow(address);
            return cache.find(address).map(xml -> valid(trust.read(xml), now));
        } catch (IOException | IllegalArgumentException | UnreadableMetadata unusable) {
            return Optional.empty();
        }
    }

    private static Metadata valid(Metadata read, Instant now) {
        if (!now.isBefore(read.validUntil())) {
            throw new UnreadableMetadata("valid until " + read.validUntil() + " and no longer");
        }
        return read;
    }

    private byte[] file() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(place))) {
            byte[] xml = in.readNBytes(MAX_BYTES + 1);
            if (xml.length > MAX_BYTES) {
                throw new UnreadableMetadata("larger than " + MAX_BYTES + " bytes");
            }
            return xml;
        } catch (InvalidPathException noPath) {
            throw new UnreadableMetadata(noPath.toString());
        }
    }

    private boolean isAddress() {
        return startsWith("http://") || isEncryptedOnTheWay();
    }

    private boolean startsWith(String scheme) {
        return place.toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    @Override
    public String toString() {
        return place;
    }
}
