package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of what comes over the network, now or out of the cache. */
class MetadataSourceTest {
    private static final String ID = "https://a.example";
    private static final KeyPairWithCertificate FEDERATION = TestKeys.PORTAL.signing();
    private static final KeyPairWithCertificate NEXT_FEDERATION = TestKeys.PORTAL.encryption();

    @TempDir
    Path folder;

    private final MetadataServer server = new MetadataServer();

    @AfterEach
    void stop() {
        server.close();
    }

    // ---- signature

    @Test
    void takesWhatThePinnedKeyHasSigned() {
        server.serve(TestMetadata.of(ID).signed(FEDERATION));

        assertThat(ids(pinned(FEDERATION).read(Portal.NOW))).containsExactly(ID);
    }

    @Test
    void takesAnAggregateThatThePinnedKeyHasSigned() {
        server.serve(TestMetadata.sign(
                TestMetadata.aggregate("", List.of(TestMetadata.of(ID).xml())), FEDERATION));

        assertThat(ids(pinned(FEDERATION).read(Portal.NOW))).containsExactly(ID);
    }

    @Test
    void takesAnyOfSeveralPinnedKeys() {
        server.serve(TestMetadata.of(ID).signed(NEXT_FEDERATION));

        assertThat(ids(pinned(FEDERATION, NEXT_FEDERATION).read(Portal.NOW))).containsExactly(ID);
        assertThat(ids(source(Optional.of(pem("a", FEDERATION) + " , " + pem("b", NEXT_FEDERATION)))
                        .read(Portal.NOW)))
                .containsExactly(ID);
    }

    @Test
    void refusesWhatIsNotSigned() {
        server.serve(TestMetadata.of(ID).xml());

        refuses(pinned(FEDERATION));
    }

    @Test
    void refusesWhatAnotherKeyHasSigned() {
        server.serve(TestMetadata.of(ID).signed(TestKeys.STRANGER));

        refuses(pinned(FEDERATION));
    }

    @Test
    void refusesWhatWasChangedAfterwards() {
        String signed = TestMetadata.of(ID).signed(FEDERATION);
        server.serve(signed.replace("Location=\"" + ID + "/sso\"", "Location=\"https://evil.example/sso\""));

        refuses(pinned(FEDERATION));
    }

    @Test
    void refusesAnAggregateOfWhichOnlyAPartIsSigned() {
        String part = element(TestMetadata.of(ID).signed(FEDERATION));
        String stranger = TestMetadata.of("https://evil.example").xml();
        server.serve(TestMetadata.aggregate("", List.of(part, stranger)));

        refuses(pinned(FEDERATION));
    }

    @Test
    void refusesASignatureOfAPartThatWasMovedToTheRoot() {
        String part = element(TestMetadata.of(ID).signed(FEDERATION));
        int from = part.indexOf("<ds:Signature");
        int to = part.indexOf("</ds:Signature>") + "</ds:Signature>".length();
        String signature = part.substring(from, to);
        String bare = part.substring(0, from) + part.substring(to);
        server.serve(TestMetadata.aggregate(
                "",
                List.of(signature, bare, TestMetadata.of("https://evil.example").xml())));

        refuses(pinned(FEDERATION));
    }

    @Test
    void refusesEverythingWhileThePinnedCertificatesCannotBeRead() throws IOException {
        server.serve(TestMetadata.of(ID).signed(FEDERATION));
        Path broken = Files.writeString(folder.resolve("broken.pem"), "no certificate");

        refuses(source(Optional.of(folder.resolve("missing.pem").toString())));
        refuses(source(Optional.of(broken.toString())));
        refuses(source(Optional.of(" , ")));
    }

    @Test
    void needsNoSignatureOnAFileOfTheOperator() throws IOException {
        Path file = Files.writeString(
                folder.resolve("local.xml"), TestMetadata.of(ID).xml());
        MetadataSource local = MetadataSource.list(
                        file.toString(), MetadataTrust.of(Optional.of(pem("p", FEDERATION))), cache())
                .get(0);

        assertThat(ids(local.read(Portal.NOW))).containsExactly(ID);
    }

    @Test
    void takesLoopbackWithoutAPinnedKey() {
        server.serve(TestMetadata.of(ID).xml());

        assertThat(ids(source(Optional.empty()).read(Portal.NOW))).containsExactly(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://federation.invalid/metadata",
                "HTTP://federation.invalid/metadata",
                "http://localhost.federation.invalid/",
                "http://127.0.0.1.federation.invalid/",
                "http://localhost@federation.invalid/"
            })
    void refusesPlainHttpFromElsewhereWithoutAPinnedKey(String address) {
        MetadataSource plain = MetadataSource.list(address, MetadataTrust.of(Optional.empty()), cache())
                .get(0);

        assertThatThrownBy(() -> plain.read(Portal.NOW))
                .isInstanceOf(UnreadableMetadata.class)
                .hasMessageContaining("KNUTPUNKT_SAML_METADATA_CERT");
    }

    // ---- time

    @Test
    void holdsToTheVeryEndOfItsValidityAndNotPastIt() {
        server.serve(TestMetadata.of(ID).validUntil(Portal.NOW).signed(FEDERATION));

        assertThat(ids(pinned(FEDERATION).read(Portal.NOW.minusMillis(1)))).containsExactly(ID);
        assertThatThrownBy(() -> pinned(FEDERATION).read(Portal.NOW))
                .isInstanceOf(UnreadableMetadata.class)
                .hasMessageContaining("valid until");
    }

    @Test
    void refusesATimeThatCannotBeRead() {
        server.serve(TestMetadata.of(ID).validUntil("for ever").xml());

        refuses(source(Optional.empty()));
    }

    @Test
    void refusesWhatIsNestedDeeperThanAnyMetadata() {
        String deep = "<x xmlns='urn:example:deep'>" + "<x>".repeat(100) + "</x>".repeat(101);
        server.serve(TestMetadata.of(ID).xml().replace("</md:IDPSSODescriptor>", "</md:IDPSSODescriptor>" + deep));

        refuses(source(Optional.empty()));
    }

    // ---- the kept copy

    @Test
    void keepsTheLastGoodCopyAndChecksItAgain() throws IOException {
        server.serve(TestMetadata.of(ID).validUntil(Portal.NOW.plusSeconds(60)).signed(FEDERATION));
        MetadataSource source = pinned(FEDERATION);
        assertThat(source.readKept(Portal.NOW)).isEmpty();
        source.read(Portal.NOW);
        server.close();

        assertThat(source.readKept(Portal.NOW.plusSeconds(59))).isPresent();
        assertThat(source.readKept(Portal.NOW.plusSeconds(60))).isEmpty();
        assertThat(pinned(NEXT_FEDERATION).readKept(Portal.NOW)).isEmpty();
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            Path copy = kept.collect(Collectors.toList()).get(0);
            Files.writeString(copy, Files.readString(copy).replace(ID + "/sso", "https://evil.example/sso"));
        }
        assertThat(source.readKept(Portal.NOW)).isEmpty();
    }

    @Test
    void keepsNothingThatIsRefused() throws IOException {
        server.serve(TestMetadata.of(ID).signed(FEDERATION));
        MetadataSource source = pinned(FEDERATION);
        source.read(Portal.NOW);
        server.serve(TestMetadata.of("https://evil.example").signed(TestKeys.STRANGER));
        refuses(source);
        server.serve(TestMetadata.of("https://old.example")
                .validUntil(Portal.NOW.minusSeconds(1))
                .signed(FEDERATION));
        refuses(source);

        assertThat(ids(source.readKept(Portal.NOW).orElseThrow())).containsExactly(ID);
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept).as("no half a copy is left").hasSize(1);
        }
    }

    @Test
    void readsOnWhenNothingCanBeKept() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        server.serve(TestMetadata.of(ID).signed(FEDERATION));

        assertThat(ids(pinned(FEDERATION).read(Portal.NOW))).containsExactly(ID);
        assertThat(pinned(FEDERATION).readKept(Portal.NOW)).isEmpty();
    }

    // ---- the download

    @Test
    void breaksOffWhatIsTooLargeFollowsNothingAndTakesNoError() {
        URI address = URI.create(server.address());
        server.serve("x".repeat(100_000));
        assertThatThrownBy(() -> MetadataDownload.fetch(address, 99_999)).hasMessageContaining("larger");
        assertThat(ofSize(address, 100_000)).isEqualTo(100_000);
        server.answer(302);
        assertThatThrownBy(() -> MetadataDownload.fetch(address, 1_000_000)).hasMessageContaining("302");
        server.answer(500);
        assertThatThrownBy(() -> MetadataDownload.fetch(address, 1_000_000)).hasMessageContaining("500");
    }

    private static int ofSize(URI address, int max) {
        try {
            return MetadataDownload.fetch(address, max).length;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void refuses(MetadataSource source) {
        assertThatThrownBy(() -> source.read(Portal.NOW)).isInstanceOf(UnreadableMetadata.class);
    }

    private MetadataSource pinned(KeyPairWithCertificate... keys) {
        return source(Optional.of(pem("pinned", keys)));
    }

    private MetadataSource source(Optional<String> certificates) {
        return MetadataSource.list(server.address(), MetadataTrust.of(certificates), cache())
                .get(0);
    }

    private MetadataCache cache() {
        return new MetadataCache(folder.resolve("cache"));
    }

    private String pem(String name, KeyPairWithCertificate... keys) {
        String text = Arrays.stream(keys).map(MetadataSourceTest::pem).collect(Collectors.joining());
        try {
            return Files.writeString(folder.resolve(name + keys.length + text.hashCode() + ".pem"), text)
                    .toString();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String pem(KeyPairWithCertificate key) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String element(String document) {
        return document.replaceFirst("^<\\?xml[^>]*\\?>", "");
    }

    private static List<String> ids(Metadata metadata) {
        return metadata.providers().stream().map(Provider::entityId).toList();
    }
}
