package se.knutpunkt.hub.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.upkeep.Registers.authority;
import static se.knutpunkt.hub.upkeep.Registers.branch;
import static se.knutpunkt.hub.upkeep.Registers.draft;
import static se.knutpunkt.hub.upkeep.Registers.type;
import static se.knutpunkt.hub.upkeep.Registers.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Fault.Reason;
import se.knutpunkt.hub.register.Field;

class UpkeepRulesTest {
    private final Register register = Registers.usual();
    private final Entry ned = type("NED", Stage.LIVE);

    @Test
    void aDraftMayLackAnythingButItsCode() {
        assertThat(reasons(null, draft("NY"))).isEmpty();
    }

    @Test
    void whatIsInUseLacksNothing() {
        Entry lacking = with(ned, Field.LEGAL_READING, "");
        assertThat(faults(ned, lacking)).containsExactly(Fault.of(Field.LEGAL_READING, Reason.MISSING));
        assertThat(reasons(draft("NY"), draft("NY").next(draft("NY").sheet(), Stage.LIVE)))
                .contains(Reason.MISSING, Reason.NO_STEP);
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"CODE", "PREFIX", "AUTHORITY_CODE"})
    void codePrefixAndAuthorityStayOnceInUse(Field field) {
        Entry changed = with(ned, field, field == Field.AUTHORITY_CODE ? "miljö2" : "ANNAN");
        assertThat(reasons(ned, changed)).contains(Reason.FIXED);
        Entry closed = ned.next(ned.sheet(), Stage.CLOSED);
        assertThat(reasons(closed, with(closed, field, "ANNAN"))).contains(Reason.FIXED);
    }

    @Test
    void aDraftMayChangeItsCode() {
        Entry whole = new Entry(type("NY", Stage.DRAFT).sheet(), Stage.DRAFT, 1);
        assertThat(reasons(whole, with(with(whole, Field.CODE, "NYARE"), Field.PREFIX, "NYARE")))
                .isEmpty();
    }

    @Test
    void nothingGoesBackToADraft() {
        assertThat(reasons(ned, ned.next(ned.sheet(), Stage.DRAFT))).containsExactly(Reason.NO_DRAFT);
        assertThat(reasons(null, new Entry(authority("ny", Stage.LIVE).sheet(), Stage.DRAFT, 1)))
                .containsExactly(Reason.NO_DRAFT);
    }

    @Test
    void anAuthorityWithLivingTypesStaysOpen() {
        Entry authority = authority("miljö", Stage.LIVE);
        assertThat(faults(authority, authority.next(authority.sheet(), Stage.CLOSED)))
                .containsExactly(Fault.of(Field.STAGE, Reason.IN_USE, "tillsyn, NED"));
    }

    @Test
    void nothingOpensUnderAClosedAuthority() {
        Entry closed = type("NED", Stage.CLOSED);
        Register world = Registers.of(authority("miljö", Stage.CLOSED), closed);
        Entry opened = closed.next(closed.sheet(), Stage.LIVE);
        assertThat(UpkeepRules.faults(closed, opened, world.with(closed, opened)))
                .extracting(Fault::reason)
                .containsExactly(Reason.IS_CLOSED);
        // what is closed may be put right meanwhile
        Entry mended = with(closed, Field.NAME_SV, "Nytt namn");
        assertThat(UpkeepRules.faults(closed, mended, world.with(closed, mended)))
                .isEmpty();
    }

    @Test
    void onlyWhatNothingRefersToIsDiscarded() {
        assertThat(UpkeepRules.discardFaults(ned, register)).isNotEmpty();
        assertThat(UpkeepRules.discardFaults(type("NED", Stage.CLOSED), register))
                .isNotEmpty();
        assertThat(UpkeepRules.discardFaults(draft("NY"), register)).isEmpty();
        assertThat(UpkeepRules.discardFaults(authority("miljö", Stage.LIVE), register))
                .isNotEmpty();
        assertThat(UpkeepRules.discardFaults(branch("tillsyn", "miljö", Stage.LIVE), register))
                .isEmpty();
    }

    @Test
    void tellsEachFieldThatDiffersAndEachStep() {
        Entry changed = with(with(ned, Field.PROMISE_DAYS, "10"), Field.STEPS, "in | Inkommen | In | signaleras");
        assertThat(Difference.between(ned, changed))
                .containsExactly(
                        new Difference(Field.PROMISE_DAYS, "", "5", "10"),
                        new Difference(Field.STEPS, "ut", "Klar / Done (diarieförs)", ""));
        Entry turned = with(ned, Field.STEPS, "ut | Klar | Done | diarieförs\nin | Inkommen | In | signaleras");
        assertThat(Difference.between(ned, turned))
                .containsExactly(new Difference(Field.STEPS, "", "in, ut", "ut, in"));
        assertThat(Difference.between(ned, ned.next(ned.sheet(), Stage.CLOSED)))
                .containsExactly(new Difference(Field.STAGE, "", "LIVE", "CLOSED"));
    }

    @Test
    void theHistoryKeepsAnEntryWhole() {
        assertThat(EntryJson.read(ned.kind(), String.valueOf(EntryJson.write(ned))))
                .isEqualTo(ned);
    }

    private List<Fault> faults(@Nullable Entry before, Entry after) {
        return UpkeepRules.faults(before, after, register.with(before, after));
    }

    private List<Reason> reasons(@Nullable Entry before, Entry after) {
        return faults(before, after).stream().map(Fault::reason).toList();
    }
}
