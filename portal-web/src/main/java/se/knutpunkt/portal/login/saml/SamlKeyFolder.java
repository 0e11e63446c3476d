package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.SamlKeyFiles;
import se.knutpunkt.hub.login.SamlKeyState;

/**
 * Our keys, read from their folder and looked for again each minute, so that a step of their roll-over takes effect
 * without a restart. While the folder cannot be read, what was known stays in use.
 */
final class SamlKeyFolder {
    private static final Logger LOG = Logger.getLogger(SamlKeyFolder.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration EXPIRES_SOON = Duration.ofDays(90);

    private final SamlKeyFiles files;
    private final Clock clock;
    private @Nullable Loaded loaded;
    private Instant looked = Instant.MIN;

    private SamlKeyFolder(SamlKeyFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * The keys of a folder; the first ones are made when there are none.
     *
     * @throws UncheckedIOException when the folder cannot be written or a key cannot be made
     */
    static SamlKeyFolder createIfAbsent(Path folder, Clock clock) {
        return new SamlKeyFolder(SamlKeyFiles.in(folder).createIfAbsent(), clock);
    }

    /**
     * The keys to use now.
     *
     * @throws RuntimeException when they cannot be read and none are known
     */
    synchronized SamlKeys now() {
        Instant now = clock.instant();
        Loaded known = loaded;
        if (known == null || !now.isBefore(looked.plus(LOOK_AGAIN))) {
            known = look(known);
            loaded = known;
            looked = now;
        }
        return known.at(now);
    }

    private Loaded look(@Nullable Loaded known) {
        try {
            SamlKeyState state = files.state();
            if (known != null && known.state().equals(state)) {
                return known;
            }
            Loaded read = read(state);
            LOG.log(Level.INFO, "SAML keys in use: {0}", state);
            return read;
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            if (known == null) {
                throw unreadable;
            }
            LOG.log(Level.WARNING, "The SAML keys cannot be read; those of before stay in use", unreadable);
            return known;
        }
    }

    private Loaded read(SamlKeyState state) {
        List<Generation> generations = new ArrayList<>();
        for (int number : state.generations()) {
            generations.add(new Generation(number, read(files.signing(number)), read(files.encryption(number))));
        }
        return new Loaded(state, generations);
    }

    private KeyPairWithCertificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            char[] password =
                    Files.readString(SamlKeyFiles.password(file)).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (!store.aliases().hasMoreElements()) {
                throw new IllegalStateException("No key in " + file.getFileName());
            }
            String alias = store.aliases().nextElement();
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            warnOfEnd(file, certificate.getNotAfter().toInstant());
            return new KeyPairWithCertificate((PrivateKey) store.getKey(alias, password), certificate);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("No usable key in " + file.getFileName(), broken);
        }
    }

    /** The framework forbids providers to look at the dates; some do. */
    private void warnOfEnd(Path file, Instant end) {
        if (end.isBefore(clock.instant().plus(EXPIRES_SOON))) {
            LOG.log(Level.WARNING, "The certificate in {0} ends {1}: roll the SAML keys over", new Object[] {
                file.getFileName(), end
            });
        }
    }

    private record Generation(int number, KeyPairWithCertificate signing, KeyPairWithCertificate encryption) {}

    /** What lies in the folder: the generation that signs first. */
    private record Loaded(SamlKeyState state, List<Generation> generations) {
        SamlKeys at(Instant now) {
            List<Generation> newestFirst = generations.stream()
                    .sorted(Comparator.comparingInt(Generation::number).reversed())
                    .toList();
            List<Generation> published = state.isPublished(now) ? generations : generations.subList(0, 1);
            Generation newest = published.stream()
                    .max(Comparator.comparingInt(Generation::number))
                    .orElseThrow();
            return new SamlKeys(
                    generations.get(0).signing(),
                    published.stream().map(Generation::signing).toList(),
                    newest.encryption(),
                    newestFirst.stream().map(Generation::encryption).toList());
        }
    }
}
