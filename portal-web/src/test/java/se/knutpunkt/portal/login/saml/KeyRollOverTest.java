package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.security.credential.UsageType;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.hub.login.SamlKeyFiles;
import se.knutpunkt.hub.login.SamlKeyState;
import se.knutpunkt.hub.login.SamlKeyStepRefused;
import se.knutpunkt.portal.login.LoginError;

/** On both sides of each step of the keys' roll-over: providers that know older metadata of ours, and those that know the newest. */
class KeyRollOverTest {
    private static final String SSO = "https://provider.example/sso";

    /** Keys take seconds to make: two generations are made once and kept in the build folder. */
    private static final Path MADE = Path.of("target", "test-keys", "roll-over");

    @TempDir
    Path folder;

    private final Tick clock = new Tick();
    private SamlKeyFiles files;
    private SamlKeyFolder keys;
    private KeyPairWithCertificate old;

    @BeforeAll
    static void makeBothGenerations() throws IOException {
        SamlKeyFiles.in(MADE).createIfAbsent().announce(Portal.NOW);
        Files.delete(MADE.resolve("saml-keys.properties"));
    }

    @BeforeEach
    void begin() throws IOException {
        try (Stream<Path> all = Files.list(MADE)) {
            for (Path file : all.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        files = SamlKeyFiles.in(folder);
        keys = SamlKeyFolder.createIfAbsent(folder, clock);
        old = keys.now().encryption();
    }

    @Test
    void publishesOneKeyOfEachUseWhileSettled() {
        Known known = read();

        assertThat(known.signing()).hasSize(1);
        assertThat(known.signing()).isNotEqualTo(List.of(known.encryption()));
        assertThat(accepts(known)).isTrue();
        assertThat(verifies(known)).isTrue();
    }

    @Test
    void isReachedByOldAndNewMetadataAfterTheAnnouncement() {
        Known before = read();
        announce();
        Known after = read();

        assertThat(after.signing()).hasSize(2).containsAll(before.signing());
        assertThat(after.encryption()).isNotEqualTo(before.encryption());
        assertThat(List.of(before, after)).allMatch(this::accepts).allMatch(this::verifies);
    }

    @Test
    void decryptsByTheNextKeyOnEveryNodeBeforeMetadataNamesIt() {
        files.announce(clock.instant());
        clock.pass(Duration.ofMinutes(1).toSeconds());

        assertThat(read().signing()).hasSize(1);
        assertThat(read().encryption()).isEqualTo(old.certificate());
        assertThat(keys.now().decryption()).hasSize(2);
        clock.pass(SamlKeyState.UNPUBLISHED_FOR.toSeconds() - 61);
        assertThat(read().encryption()).isEqualTo(old.certificate());
        clock.pass(1);
        assertThat(read().encryption()).isNotEqualTo(old.certificate());
    }

    @Test
    void isReachedByMetadataOfBothStepsAfterTheSwitch() {
        announce();
        Known announced = read();
        PublicKey signedBefore = keys.now().signing().certificate().getPublicKey();
        switchOver();
        Known switched = read();

        assertThat(keys.now().signing().certificate().getPublicKey()).isNotEqualTo(signedBefore);
        assertThat(Set.copyOf(switched.signing())).isEqualTo(Set.copyOf(announced.signing()));
        assertThat(switched.encryption()).isEqualTo(announced.encryption());
        assertThat(List.of(announced, switched)).allMatch(this::accepts).allMatch(this::verifies);
    }

    @Test
    void opensWhatIsEncryptedToTheOldKeyUntilThatIsDropped() {
        announce();
        assertThat(accepts(old)).isTrue();
        switchOver();
        assertThat(accepts(old)).isTrue();
        drop();

        assertThat(refusal(old)).isEqualTo(LoginError.DECRYPTION);
    }

    @Test
    void isReachedByMetadataSinceTheAnnouncementAfterTheOldKeysAreDropped() throws IOException {
        announce();
        Known announced = read();
        switchOver();
        Known switched = read();
        drop();
        Known dropped = read();

        assertThat(dropped.signing()).hasSize(1);
        assertThat(List.of(announced, switched, dropped))
                .allMatch(this::accepts)
                .allMatch(this::verifies);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "saml-keys.lock",
                            "saml-keys.properties",
                            "saml-signing-2.p12",
                            "saml-signing-2.password",
                            "saml-encryption-2.p12",
                            "saml-encryption-2.password");
        }
    }

    @Test
    void signsItsMetadataByAKeyThatThePublishedMetadataBeforeItNamed() throws Exception {
        Known settled = read();
        announce();
        assertThat(isSignedByOneOf(settled, document())).isTrue();
        Known announced = read();
        switchOver();
        assertThat(isSignedByOneOf(announced, document())).isTrue();
        drop();
        assertThat(isSignedByOneOf(announced, document())).isTrue();
        assertThat(isSignedByOneOf(settled, document())).isFalse();
    }

    @Test
    void refusesEveryStepThatIsNotTheNext() {
        assertThatThrownBy(() -> files.switchOver(clock.instant(), true)).satisfies(this::isOutOfOrder);
        assertThatThrownBy(() -> files.drop(clock.instant(), true)).satisfies(this::isOutOfOrder);
        files.announce(clock.instant());
        assertThatThrownBy(() -> files.announce(clock.instant())).satisfies(this::isOutOfOrder);
        assertThatThrownBy(() -> files.drop(clock.instant(), true)).satisfies(this::isOutOfOrder);
        files.switchOver(clock.instant(), true);
        assertThatThrownBy(() -> files.announce(clock.instant())).satisfies(this::isOutOfOrder);
        assertThatThrownBy(() -> files.switchOver(clock.instant(), true)).satisfies(this::isOutOfOrder);
    }

    @Test
    void refusesAStepBeforeProvidersCanHaveReadOfTheOneBefore() {
        files.announce(clock.instant());
        clock.pass(SamlKeyState.ANNOUNCED_FOR.toSeconds() - 1);
        assertThatThrownBy(() -> files.switchOver(clock.instant(), false)).satisfies(this::isTooEarly);
        clock.pass(1);
        files.switchOver(clock.instant(), false);
        clock.pass(SamlKeyState.KEPT_FOR.toSeconds() - 1);
        assertThatThrownBy(() -> files.drop(clock.instant(), false)).satisfies(this::isTooEarly);
        clock.pass(1);

        assertThat(files.drop(clock.instant(), false).stage()).isEqualTo(SamlKeyState.Stage.SETTLED);
    }

    @Test
    void goesOnWithTheKeysItKnowsWhileTheFolderIsDamaged() throws IOException {
        Known before = read();
        Files.writeString(folder.resolve("saml-keys.properties"), "stage=SWITCHED\ncurrent=7\n");
        clock.pass(60);

        assertThat(read()).isEqualTo(before);
        Files.writeString(
                folder.resolve("saml-keys.properties"),
                "stage=SWITCHED\ncurrent=9\nother=1\nsince=2026-11-22T10\\:00\\:00Z\n");
        clock.pass(60);
        assertThat(read()).as("a generation whose files are missing").isEqualTo(before);
    }

    @Test
    void needsNoRightToWriteWhereThereAreKeys() throws IOException {
        Files.deleteIfExists(folder.resolve("saml-keys.lock"));

        SamlKeyFiles.in(folder).createIfAbsent();

        assertThat(folder.resolve("saml-keys.lock")).doesNotExist();
    }

    @Test
    void keepsKeysAndPasswordsFromOtherUsers() throws IOException {
        files.announce(clock.instant());

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.filter(file -> !file.toString().endsWith(".lock")))
                    .hasSize(9)
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    private void announce() {
        files.announce(clock.instant());
        clock.pass(SamlKeyState.UNPUBLISHED_FOR.toSeconds());
    }

    private void switchOver() {
        clock.pass(SamlKeyState.ANNOUNCED_FOR.toSeconds());
        files.switchOver(clock.instant(), false);
        clock.pass(60);
    }

    private void drop() {
        clock.pass(SamlKeyState.KEPT_FOR.toSeconds());
        files.drop(clock.instant(), false);
        clock.pass(60);
    }

    private void isOutOfOrder(Throwable refused) {
        assertThat(((SamlKeyStepRefused) refused).why()).isEqualTo(SamlKeyStepRefused.Why.OUT_OF_ORDER);
    }

    private void isTooEarly(Throwable refused) {
        assertThat(((SamlKeyStepRefused) refused).why()).isEqualTo(SamlKeyStepRefused.Why.TOO_EARLY);
    }

    private ServiceIdentity us() {
        return ServiceIdentity.at(Portal.BASE, keys.now());
    }

    private EntityDescriptor document() {
        try {
            OpenSaml saml = OpenSaml.ready();
            byte[] xml = new PublishedMetadata(OwnMetadataTest.DESCRIPTION, clock).xml(us());
            return (EntityDescriptor) saml.read(saml.parse(xml).getDocumentElement());
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** What a provider knows that reads our metadata now. */
    private Known read() {
        List<KeyDescriptor> all =
                document().getSPSSODescriptor(SAMLConstants.SAML20P_NS).getKeyDescriptors();
        List<X509Certificate> encryption = certificates(all, UsageType.ENCRYPTION);
        assertThat(encryption).as("only the newest is published").hasSize(1);
        return new Known(certificates(all, UsageType.SIGNING), encryption.get(0));
    }

    private static List<X509Certificate> certificates(List<KeyDescriptor> all, UsageType use) {
        return all.stream()
                .filter(key -> key.getUse() == use)
                .map(key -> key.getKeyInfo()
                        .getX509Datas()
                        .get(0)
                        .getX509Certificates()
                        .get(0)
                        .getValue())
                .map(KeyRollOverTest::certificate)
                .toList();
    }

    private static X509Certificate certificate(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static boolean isSignedByOneOf(Known known, EntityDescriptor document) {
        return Signatures.isMadeByOneOf(
                known.signing().stream().map(X509Certificate::getPublicKey).toList(), document);
    }

    /** Whether a response encrypted as the provider knows is accepted now. */
    private boolean accepts(Known known) {
        return accepts(new KeyPairWithCertificate(old.key(), known.encryption()));
    }

    private boolean accepts(KeyPairWithCertificate encryptedTo) {
        new Portal().with(us()).accept(answer -> answer.encryptedTo = encryptedTo);
        return true;
    }

    private LoginError refusal(KeyPairWithCertificate encryptedTo) {
        return new Portal().with(us()).refusal(answer -> answer.encryptedTo = encryptedTo);
    }

    /** Whether the provider can verify a request that we send now, whichever of the known keys it tries first. */
    private boolean verifies(Known known) {
        Provider provider = new Provider(
                Portal.PROVIDER_ID,
                new Provider.Shown(new Words("P", "", ""), new Words("P", "", ""), Optional.empty()),
                Optional.of(SSO),
                Optional.empty(),
                List.of(),
                Set.of(),
                Set.of(),
                Instant.MAX);
        LoginRequest asked = new LoginRequest(
                "_r", Portal.PROVIDER_ID, "/", Set.of(Answer.LOA3), true, Portal.NOW, Portal.NOW.plusSeconds(900));
        String address = AuthnRequests.write(asked, new UserMessage("", ""), provider, us())
                .address();
        String query = address.substring(address.indexOf('?') + 1, address.indexOf("&Signature="));
        byte[] signature = Base64.getDecoder()
                .decode(URLDecoder.decode(
                        address.substring(address.indexOf("&Signature=") + 11), StandardCharsets.UTF_8));
        return known.signing().stream().anyMatch(certificate -> isSignedBy(certificate, query, signature));
    }

    private static boolean isSignedBy(X509Certificate certificate, String query, byte[] signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(certificate.getPublicKey());
            rsa.update(query.getBytes(StandardCharsets.US_ASCII));
            return rsa.verify(signature);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private record Known(List<X509Certificate> signing, X509Certificate encryption) {}
}
