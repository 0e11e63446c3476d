package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.TypePlace;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.Represented;

/** What a reader or a system may see, as it is put together from single decisions; and the bars as the handbook has them. */
class ScopeTest {
    private static final Viewer.Citizen READER = new Viewer.Citizen(new PartyId(1));
    private static final Map<Integer, EventClass> CLASSES = new TreeMap<>(Map.of(
            1, EventClass.plain("KUL"),
            2, new EventClass("KUL", "", true, "", false, false, true),
            3, EventClass.plain("SOC"),
            4, EventClass.plain("XYZ")));
    private static final Now NOW = new Now(
            new Policy(
                    1,
                    Worlds.TODAY,
                    FirstPolicy.shipped(),
                    Worlds.TYPES.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()))),
            CLASSES);

    @Test
    void whatIsThePartysAloneIsKnownAsSuch() {
        Scope own = Scope.self(READER, 40, NOW);
        assertThat(own.decisions()).containsOnlyKeys(1, 2, 3);
        assertThat(own.alone()).containsExactly(2);
        assertThat(own.caseTypes()).containsExactlyInAnyOrder("KUL", "BIB", "FÖR", "EHM", "SOC", "FAM");
    }

    @Test
    void aProxySeesTheCaseTypesOfThePowerOfAttorney() {
        Represented one = new Represented(new PartyId(2), null, Relation.PROXY, null, Set.of("KUL"), 80);
        Scope scope = Scope.of(READER, one, NOW);
        assertThat(scope.decisions()).containsOnlyKeys(1);
        assertThat(scope.alone()).isEmpty();
        assertThat(scope.caseTypes()).containsExactly("KUL");
    }

    @Test
    void aGuardianOfSomebodyOfAgeSeesNothing() {
        Represented one = new Represented(new PartyId(2), null, Relation.GUARDIAN, null, Set.of(), 18);
        assertThat(Scope.of(READER, one, NOW).isEmpty()).isTrue();
        assertThat(Scope.of(READER, one, NOW).caseTypes()).isEmpty();
    }

    @Test
    void aSystemThatAsksOfSomeCaseTypesGetsThoseAlone() {
        SystemScope all = SystemScope.of(new Viewer.Source("skola"), Purpose.ASK, NOW, Set.of("KUL", "SOC"));
        assertThat(all.classes()).containsOnlyKeys(1, 3);
        assertThat(all.within(Set.of("SOC")).classes()).containsOnlyKeys(3);
        assertThat(all.within(Set.of("BIB")).classes()).isEmpty();
        assertThat(all.within(Set.of("SOC")).system()).isEqualTo(all.system());
    }

    @Test
    void theHandbookHasTheBarsWithTheirGrounds() throws IOException {
        List<String> written = Files.readAllLines(Path.of("..", "docs", "insyn.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceAll("^\\| `([A-Z_]+)` \\|.*\\| (.+) \\|$", "$1: $2"))
                .toList();
        assertThat(Arrays.stream(Bar.values()).map(bar -> bar.name() + ": " + bar.ground()))
                .containsExactlyElementsOf(written);
    }
}
