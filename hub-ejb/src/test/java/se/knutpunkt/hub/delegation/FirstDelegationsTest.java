package se.knutpunkt.hub.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.database.ScriptedDatabase;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;

@SuppressWarnings("UnnecessaryAssignment") // no container gives what is injected
class FirstDelegationsTest {
    @TempDir
    Path folder;

    @Test
    void twoNodesThatSeeNoneYetMakeThemOnce() throws IOException {
        Path file = file("""
                [{"authority": "kfn", "unit": {"authority": "ks", "name": "Kontaktcenter"}, "right": "SEE",
                  "reference": "KFN § 1", "from": "2026-10-15"}]
                """);
        AtomicInteger made = new AtomicInteger();
        Set<String> written = new HashSet<>();
        // on a cluster neither node waits for the locks of the other; a row that both write tells
        for (int node = 0; node < 2; node++) {
            first(made, written).readOnce(file);
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void aFileOfNoneIsReadAgainAtTheNextStart() throws IOException {
        AtomicInteger made = new AtomicInteger();
        Set<String> written = new HashSet<>();
        first(made, written).readOnce(file("[]"));
        assertThat(written).isEmpty();
        assertThat(made).hasValue(0);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("delegations.json"), content);
    }

    private static FirstDelegations first(AtomicInteger made, Set<String> written) {
        FirstDelegations first = new FirstDelegations();
        first.clock = Clock.systemUTC();
        first.database = new ScriptedDatabase((sql, values) ->
                sql.startsWith("INSERT IGNORE") && written.add(sql) ? List.of(Map.of("id", 1L)) : List.of());
        first.register = (DelegationRegister) Proxy.newProxyInstance(
                FirstDelegationsTest.class.getClassLoader(),
                new Class<?>[] {DelegationRegister.class},
                (proxy, method, arguments) -> (long) made.incrementAndGet());
        first.staff = (StaffMembers) Proxy.newProxyInstance(
                FirstDelegationsTest.class.getClassLoader(),
                new Class<?>[] {StaffMembers.class},
                (proxy, method, arguments) -> new StaffId(7));
        return first;
    }
}
