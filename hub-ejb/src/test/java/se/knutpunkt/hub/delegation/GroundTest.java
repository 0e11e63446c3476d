package se.knutpunkt.hub.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.register.Authority;
import se.knutpunkt.hub.register.Branch;
import se.knutpunkt.hub.register.CaseKind;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.Filing;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.Promise;
import se.knutpunkt.hub.register.Retention;
import se.knutpunkt.hub.register.Sector;

class GroundTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Recipient UNIT = new Recipient.Unit("ks", "Kontaktcenter");

    @Test
    void coversWhatLiesInsideItsOwnBoundaryAlone() {
        assertThat(ground("bun", null, Set.of()).covers(type("SKOLA", "bun", null)))
                .isTrue();
        assertThat(ground("bun", null, Set.of()).covers(type("FÖR", "bun", "förskola")))
                .isFalse();
        assertThat(ground("bun", "förskola", Set.of()).covers(type("FÖR", "bun", "förskola")))
                .isTrue();
        assertThat(ground("bun", "förskola", Set.of()).covers(type("SKOLA", "bun", null)))
                .isFalse();
        assertThat(ground("bun", "förskola", Set.of()).covers(type("GRU", "bun", "grundskola")))
                .isFalse();
        assertThat(ground("bn", null, Set.of()).covers(type("SKOLA", "bun", null)))
                .isFalse();
    }

    @Test
    void ofSomeCaseTypesCoversNoOther() {
        Ground some = ground("bun", null, Set.of("SKOLA"));
        assertThat(some.covers(type("SKOLA", "bun", null))).isTrue();
        assertThat(some.covers(type("SKJUTS", "bun", null))).isFalse();
        assertThat(some.covers(type("SKOLA", "bn", null))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SEE,SEE,true", "SEE,HANDLE,false", "SEE,DECIDE,false",
        "HANDLE,SEE,true", "HANDLE,HANDLE,true", "HANDLE,DECIDE,false",
        "DECIDE,SEE,true", "DECIDE,HANDLE,true", "DECIDE,DECIDE,true"
    })
    void aRightHoldsThoseBeforeIt(Right one, Right other, boolean holds) {
        assertThat(one.holds(other)).isEqualTo(holds);
    }

    @Test
    void aDelegationThatNamesNoCaseTypeIsNoneUnlessItSaysAll() {
        assertThat(delegation(true, Set.of(), "BN § 1", DAY, null).caseTypes()).isEmpty();
        assertThat(delegation(false, Set.of("BYGG"), "BN § 1", DAY, null).caseTypes())
                .containsExactly("BYGG");
        assertThatThrownBy(() -> delegation(false, Set.of(), "BN § 1", DAY, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delegation(true, Set.of("BYGG"), "BN § 1", DAY, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void aDelegationHasAReference(String reference) {
        assertThatThrownBy(() -> delegation(true, Set.of(), reference, DAY, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDelegationMayLastOneDayButNotLess() {
        assertThat(delegation(true, Set.of(), "BN § 1", DAY, DAY).until()).isEqualTo(DAY);
        assertThatThrownBy(() -> delegation(true, Set.of(), "BN § 1", DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsFromItsFirstDayToItsLast() {
        KeptDelegation kept = kept(delegation(true, Set.of(), "BN § 1", DAY, DAY.plusDays(1)), null);
        assertThat(List.of(-1, 0, 1, 2))
                .extracting(days -> kept.on(DAY.plusDays(days)))
                .containsExactly(
                        KeptDelegation.State.COMING,
                        KeptDelegation.State.LIVING,
                        KeptDelegation.State.LIVING,
                        KeptDelegation.State.LAPSED);
        KeptDelegation ended = kept(delegation(true, Set.of(), "BN § 1", DAY, null), Instant.EPOCH);
        assertThat(ended.on(DAY)).isEqualTo(KeptDelegation.State.ENDED);
    }

    private static KeptDelegation kept(Delegation delegation, @Nullable Instant ended) {
        return new KeptDelegation(1, delegation, "", Instant.EPOCH, "A", ended, ended == null ? null : "B", null);
    }

    private static Delegation delegation(
            boolean all, Set<String> types, String reference, LocalDate from, @Nullable LocalDate until) {
        return new Delegation("bn", null, UNIT, all, types, Right.SEE, reference, from, until);
    }

    private static Ground ground(String authority, @Nullable String branch, Set<String> types) {
        return new Ground(Ground.Kind.DELEGATED, authority, branch, types, Right.SEE, "§ 1");
    }

    private static CaseType type(String code, String authority, @Nullable String branch) {
        Name name = new Name(code, code);
        return new CaseType(
                code,
                code,
                name,
                new Authority(authority, name),
                branch == null ? null : new Branch(branch, authority, name),
                CaseKind.SERVICE,
                new Filing("1", "Ansökan", "Diariet"),
                List.of(),
                new Promise(name, 10),
                new Retention("BEVARAS", "Beslut"),
                Sector.OTHER,
                "",
                false);
    }
}
