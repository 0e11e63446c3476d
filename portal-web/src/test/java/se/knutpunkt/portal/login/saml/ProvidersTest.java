package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.AssuranceUris;

class ProvidersTest {
    private static final String LOA4 = "http://id.elegnamnden.se/loa/1.0/loa4";

    @TempDir
    Path folder;

    private final Tick clock = new Tick();
    private final List<Runnable> background = new ArrayList<>();
    private Path a;
    private Path b;
    private Providers providers;

    @BeforeEach
    void knowTwoSources() {
        a = folder.resolve("a.xml");
        b = folder.resolve("b.xml");
        providers = providers(a + " , " + b);
    }

    @Test
    void keepsTheOrderOfItsSources() throws IOException {
        write(a, "https://a.example");
        write(b, "https://b.example");

        assertThat(names()).containsExactly("https://a.example", "https://b.example");
        assertThat(providers.find("https://b.example")).isPresent();
        assertThat(providers.find("https://c.example")).isEmpty();
    }

    @Test
    void triesASourceAgainThatCouldNotBeReadAtFirst() throws IOException {
        write(a, "https://a.example");
        assertThat(names()).containsExactly("https://a.example");
        write(b, "https://b.example");

        clock.pass(4);
        names();
        assertThat(background).isEmpty();
        clock.pass(1);
        assertThat(names()).as("who can log in waits for no one").containsExactly("https://a.example");
        background.get(0).run();
        assertThat(names()).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void refreshesInTheBackgroundAndAnswersAtOnceMeanwhile() throws IOException {
        write(a, "https://a.example");
        write(b, "https://b.example");
        names();
        write(b, "https://new.example");

        clock.pass(599);
        names();
        assertThat(background).isEmpty();
        clock.pass(1);
        assertThat(names()).containsExactly("https://a.example", "https://b.example");
        names();
        assertThat(background).hasSize(1);
        background.get(0).run();
        assertThat(names()).containsExactly("https://a.example", "https://new.example");
    }

    @Test
    void keepsWhatItKnewWhenARefreshFails() throws IOException {
        write(a, "https://a.example");
        write(b, "https://b.example");
        names();
        Files.writeString(b, "no metadata");

        clock.pass(600);
        names();
        background.get(0).run();

        assertThat(names()).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void triesAgainInAPersonsOwnTimeWhileNobodyCanLogIn() throws IOException {
        assertThat(names()).isEmpty();
        write(a, "https://a.example");

        clock.pass(4);
        assertThat(names()).isEmpty();
        clock.pass(1);
        assertThat(names()).containsExactly("https://a.example");
    }

    @Test
    void triesSoonAgainWhenARefreshFails() throws IOException {
        Files.writeString(
                a, TestMetadata.of("https://a.example").cacheDuration("PT12H").xml());
        write(b, "https://b.example");
        names();
        Files.writeString(a, "no metadata");
        clock.pass(12 * 3600);
        names();
        background.remove(0).run();
        write(a, "https://new.example");

        clock.pass(59);
        names();
        assertThat(background).isEmpty();
        clock.pass(1);
        names();
        background.get(0).run();
        assertThat(names()).containsExactly("https://new.example", "https://b.example");
    }

    @Test
    void usesAProviderToTheEndOfItsValidityAlsoWhenItsSourceIsGone() throws IOException {
        Files.writeString(
                a,
                TestMetadata.of("https://a.example")
                        .validUntil(Portal.NOW.plusSeconds(30))
                        .xml());
        write(b, "https://b.example");
        names();
        Files.delete(a);

        clock.pass(29);
        assertThat(names()).containsExactly("https://a.example", "https://b.example");
        clock.pass(1);
        assertThat(names()).containsExactly("https://b.example");
        assertThat(providers.find("https://a.example")).isEmpty();
        clock.pass(30);
        names();
        background.get(0).run();
        assertThat(names()).containsExactly("https://b.example");
    }

    @Test
    void leavesOutTheProviderOfAnAggregateThatHasLapsed() throws IOException {
        Files.writeString(
                a,
                TestMetadata.aggregate(
                        "validUntil='" + Portal.NOW.plusSeconds(10) + "'",
                        List.of(
                                TestMetadata.of("https://lapsed.example")
                                        .validUntil(Portal.NOW)
                                        .xml(),
                                TestMetadata.of("https://a.example")
                                        .validUntil(Portal.NOW.plusSeconds(3600))
                                        .xml())));
        assertThat(names()).containsExactly("https://a.example");
        clock.pass(10);
        assertThat(names()).as("no longer than the aggregate itself").isEmpty();
    }

    @Test
    void takesUpAProvidersNewKeyWithoutARestart() throws IOException {
        Files.writeString(a, TestMetadata.of("https://a.example").xml());
        write(b, "https://b.example");
        assertThat(keysOfA()).containsExactly(TestKeys.PROVIDER.certificate().getPublicKey());
        Files.writeString(
                a, TestMetadata.of("https://a.example").key(TestKeys.STRANGER).xml());

        clock.pass(600);
        assertThat(keysOfA()).containsExactly(TestKeys.PROVIDER.certificate().getPublicKey());
        background.get(0).run();
        assertThat(keysOfA()).containsExactly(TestKeys.STRANGER.certificate().getPublicKey());
    }

    @Test
    void startsWithTheKeptCopyWhenTheAddressIsGoneAndAsksAgainSoon() {
        try (MetadataServer server = new MetadataServer()) {
            server.serve(TestMetadata.of("https://a.example").xml());
            providers = providers(server.address());
            assertThat(names()).containsExactly("https://a.example");
            server.answer(503);

            providers = providers(server.address());
            assertThat(names()).containsExactly("https://a.example");

            server.serve(TestMetadata.of("https://new.example").xml());
            clock.pass(60);
            assertThat(names()).containsExactly("https://a.example");
            background.get(0).run();
            assertThat(names()).containsExactly("https://new.example");
            assertThat(server.asked()).isEqualTo(3);
        }
    }

    @Test
    void startsWithNothingWhenTheKeptCopyHasLapsed() {
        try (MetadataServer server = new MetadataServer()) {
            server.serve(TestMetadata.of("https://a.example")
                    .validUntil(Portal.NOW.plusSeconds(100))
                    .xml());
            providers = providers(server.address());
            assertThat(names()).containsExactly("https://a.example");
            server.answer(503);

            clock.pass(100);
            providers = providers(server.address());
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void asksOnceHoweverManyWait() throws IOException {
        write(a, "https://a.example");
        write(b, "https://b.example");
        names();
        clock.pass(600);
        names();
        names();
        assertThat(background).hasSize(1);
        background.remove(0).run();
        names();
        assertThat(background).isEmpty();
    }

    @Test
    void offersOnlyProvidersThatServeServicesAsOurs() throws IOException {
        Files.writeString(
                a,
                TestMetadata.aggregate(
                        "",
                        List.of(
                                of("ours", "http://id.elegnamnden.se/ec/1.0/loa3-pnr"),
                                of(
                                        "one-of-several",
                                        "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
                                        "http://id.elegnamnden.se/ec/1.0/loa3-pnr"),
                                of("other-level", "http://id.elegnamnden.se/ec/1.0/loa1-pnr"),
                                of("other-kind", "http://id.swedenconnect.se/ec/1.0/loa3-orgid"),
                                of("uncertified", "http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr"),
                                of("no-service", "http://id.swedenconnect.se/general-ec/1.0/supports-user-message"),
                                TestMetadata.of("https://none.example").xml())));

        assertThat(names())
                .containsExactly(
                        "https://ours.example",
                        "https://one-of-several.example",
                        "https://no-service.example",
                        "https://none.example");
        assertThat(providers.find("https://other-level.example")).isEmpty();
    }

    @Test
    void knowsWhichLevelsEachProviderCanGive() throws IOException {
        Files.writeString(
                a,
                TestMetadata.aggregate(
                        "",
                        List.of(
                                of("category", "http://id.elegnamnden.se/ec/1.0/loa2-pnr"),
                                TestMetadata.of("https://certified.example")
                                        .categories("http://id.elegnamnden.se/ec/1.0/loa3-pnr")
                                        .certified(Answer.LOA3, LOA4)
                                        .xml(),
                                TestMetadata.of("https://silent.example").xml())));
        Set<String> three = AssuranceUris.asked(AssuranceLevel.LOA3, List.of());

        assertThat(gives("category", three)).isEmpty();
        assertThat(gives("category", AssuranceUris.asked(AssuranceLevel.LOA2, List.of())))
                .containsExactly(Answer.LOA2);
        assertThat(gives("certified", three)).containsExactly(Answer.LOA3, LOA4);
        assertThat(gives("certified", AssuranceUris.asked(AssuranceLevel.LOA4, List.of())))
                .containsExactly(LOA4);
        assertThat(gives("certified", Set.of(Answer.LOA2))).isEmpty();
        assertThat(gives("silent", three)).containsExactly(Answer.LOA3, LOA4);
    }

    private Set<String> gives(String name, Set<String> asked) {
        return providers.find("https://" + name + ".example").orElseThrow().gives(asked);
    }

    @Test
    void takesAProviderFromTheFirstSourceThatHasIt() throws IOException {
        Files.writeString(
                a, TestMetadata.of("https://a.example").key(TestKeys.STRANGER).xml());
        write(b, "https://a.example");

        assertThat(names()).containsExactly("https://a.example");
        assertThat(keysOfA()).containsExactly(TestKeys.STRANGER.certificate().getPublicKey());
    }

    @Test
    void listsNoHiddenProvider() throws IOException {
        Files.writeString(a, of("hidden", "http://refeds.org/category/hide-from-discovery"));
        write(b, "https://b.example");

        assertThat(names()).containsExactly("https://b.example");
    }

    private static String of(String name, String... categories) {
        return TestMetadata.of("https://" + name + ".example")
                .categories(categories)
                .xml();
    }

    private Providers providers(String places) {
        return new Providers(
                MetadataSource.list(
                        places, MetadataTrust.of(Optional.empty()), new MetadataCache(folder.resolve("cache"))),
                EntityCategories.ourServices(),
                background::add,
                clock);
    }

    private List<PublicKey> keysOfA() {
        return providers.find("https://a.example").orElseThrow().keys();
    }

    private List<String> names() {
        return providers.offered().stream().map(Provider::entityId).toList();
    }

    private static void write(Path file, String entityId) throws IOException {
        Files.writeString(file, MetadataTest.provider(entityId, "signing"));
    }
}
