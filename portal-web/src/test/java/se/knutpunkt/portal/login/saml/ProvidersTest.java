package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {
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
        providers = new Providers(MetadataSource.list(a + " , " + b), background::add, clock);
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
        assertThat(names()).containsExactly("https://a.example");
        clock.pass(1);
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

    private List<String> names() {
        return providers.all().stream().map(Provider::entityId).toList();
    }

    private static void write(Path file, String entityId) throws IOException {
        Files.writeString(file, MetadataTest.provider(entityId, "signing"));
    }

    private static final class Tick extends Clock {
        private Instant now = Portal.NOW;

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
