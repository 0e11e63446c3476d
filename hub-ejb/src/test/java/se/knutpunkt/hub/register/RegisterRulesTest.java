package se.knutpunkt.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.register.Fault.Reason;

class RegisterRulesTest {
    private static final Known KNOWN = new Known() {
        @Override
        public boolean has(RegisterKind kind, String code) {
            return kind == RegisterKind.AUTHORITY && List.of("miljö", "nedlagd").contains(code);
        }

        @Override
        public boolean isClosed(RegisterKind kind, String code) {
            return code.equals("nedlagd");
        }

        @Override
        public Optional<String> authorityOfBranch(String branch) {
            return branch.equals("tillsyn") ? Optional.of("miljö") : Optional.empty();
        }

        @Override
        public boolean isPrefixTaken(String prefix, String code) {
            return prefix.equals("TAGEN") && !code.equals("TAGEN");
        }
    };

    private final Map<Field, String> texts = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.CODE, "NED"),
            Map.entry(Field.PREFIX, "NED"),
            Map.entry(Field.NAME_SV, "Nedskräpning"),
            Map.entry(Field.NAME_EN, "Littering"),
            Map.entry(Field.AUTHORITY_CODE, "miljö"),
            Map.entry(Field.BRANCH_CODE, "tillsyn"),
            Map.entry(Field.CASE_KIND, "SERVICE"),
            Map.entry(Field.INFORMATION_CLASS, "5.4"),
            Map.entry(Field.DOCUMENT_TYPE, "Anmälan"),
            Map.entry(Field.DIARY_SYSTEM, "Diariet"),
            Map.entry(Field.STEPS, "in | Inkommen | In | signaleras"),
            Map.entry(Field.ANSWERED_BY_SV, "Miljökontoret"),
            Map.entry(Field.ANSWERED_BY_EN, "The office"),
            Map.entry(Field.PROMISE_DAYS, "5"),
            Map.entry(Field.RETENTION_RULE, "GALLRAS-5"),
            Map.entry(Field.RETENTION_GROUND, "Plan"),
            Map.entry(Field.SECTOR, "OTHER"),
            Map.entry(Field.LEGAL_READING, "Allmän handling.")));

    @Test
    void aWholeSheetLacksNothing() {
        assertThat(faults()).isEmpty();
        assertThat(missing()).isEmpty();
        CaseType type = sheet().caseType(new Authority("miljö", new Name("a", "b")), null, false);
        assertThat(Sheet.of(type).with(Map.of(Field.BRANCH_CODE, "tillsyn"))).isEqualTo(sheet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"POST", "STAGE", "CODE", "BRANCH_CODE"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachFieldButTheBranchIsNeeded(Field field) {
        texts.remove(field);
        assertThat(missing()).extracting(Fault::field).containsExactly(field);
        // a draft may lack it; without its authority a branch is nobody's
        assertThat(faults()).extracting(Fault::field).isSubsetOf(Field.BRANCH_CODE);
    }

    @Test
    void theBranchIsNotNeededAndTheCodeAlways() {
        texts.remove(Field.BRANCH_CODE);
        assertThat(missing()).isEmpty();
        texts.remove(Field.CODE);
        assertThat(reasons()).containsExactly(Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "ÅÄÖ2345678", "99"})
    void takesCodesOfTheForm(String code) {
        texts.put(Field.CODE, code);
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "ned", "ABCDEFGHIJK", "A-B", "A B"})
    void refusesCodesOfAnotherForm(String code) {
        texts.put(Field.CODE, code);
        assertThat(reasons()).containsExactly(Reason.TYPE_FORM);
    }

    @Test
    void refusesAPrefixThatAnotherTypeHas() {
        texts.put(Field.PREFIX, "TAGEN");
        assertThat(reasons()).containsExactly(Reason.TWICE);
        texts.put(Field.CODE, "TAGEN");
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3650", "007"})
    void takesPromisesWithinTheLimit(String days) {
        texts.put(Field.PROMISE_DAYS, days);
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3651", "-1", "1.5", "fem", "9999999999", "٣"})
    void refusesOtherPromises(String days) {
        texts.put(Field.PROMISE_DAYS, days);
        assertThat(reasons()).containsExactly(Reason.NUMBER);
    }

    @Test
    void aFieldOfLawIsOneOfTheKnown() {
        texts.put(Field.SECTOR, "SOCIAL_SERVICES");
        assertThat(faults()).isEmpty();
        texts.put(Field.SECTOR, "ALLT");
        assertThat(faults()).containsExactly(Fault.of(Field.SECTOR, Reason.UNKNOWN_WORD, "ALLT"));
    }

    @Test
    void refusesWhatIsNotInTheRegister() {
        texts.put(Field.AUTHORITY_CODE, "bygg");
        assertThat(reasons()).containsExactlyInAnyOrder(Reason.NO_AUTHORITY, Reason.NO_BRANCH);
    }

    @Test
    void leansOnNothingClosed() {
        texts.put(Field.AUTHORITY_CODE, "nedlagd");
        texts.remove(Field.BRANCH_CODE);
        assertThat(faults()).isEmpty();
        assertThat(RegisterRules.barred(sheet(), KNOWN))
                .extracting(Fault::reason)
                .containsExactly(Reason.IS_CLOSED);
    }

    @Test
    void readsLimitsOnBothSides() {
        texts.put(Field.LEGAL_READING, "x".repeat(2000));
        assertThat(faults()).isEmpty();
        texts.put(Field.LEGAL_READING, "x".repeat(2001));
        assertThat(faults()).containsExactly(Fault.of(Field.LEGAL_READING, Reason.TOO_LONG, "2000"));
    }

    @Test
    void onlyTheLegalReadingHasLines() {
        texts.put(Field.LEGAL_READING, "En rad\r\noch en till");
        assertThat(faults()).isEmpty();
        assertThat(sheet().text(Field.LEGAL_READING)).isEqualTo("En rad\noch en till");
        texts.put(Field.NAME_SV, "En rad\noch en till");
        assertThat(reasons()).containsExactly(Reason.CONTROL_CHARACTER);
    }

    @Test
    void tellsWhichStepIsWrong() {
        texts.put(
                Field.STEPS, "in | Inkommen | In | signaleras\nin | Igen | Again | diarieförs\nKLAR | Klar | | snart");
        assertThat(faults())
                .containsExactly(
                        new Fault(Field.STEPS, 2, "code", Reason.TWICE, List.of("in")),
                        new Fault(Field.STEPS, 3, "code", Reason.CODE_FORM, List.of()),
                        new Fault(Field.STEPS, 3, "words", Reason.UNKNOWN_WORD, List.of("snart")));
        assertThat(missing()).containsExactly(new Fault(Field.STEPS, 3, "en", Reason.MISSING, List.of()));
    }

    @Test
    void barsAndBackslashesMayStandInANameOfAStep() {
        StepText step = new StepText("in", "Ja | nej \\ kanske", "Yes", StepText.words(true, true));
        assertThat(StepText.read(StepText.write(List.of(step)))).containsExactly(step);
    }

    @Test
    void countsSteps() {
        texts.put(Field.STEPS, steps(50));
        assertThat(faults()).isEmpty();
        texts.put(Field.STEPS, steps(51));
        assertThat(reasons()).containsExactly(Reason.TOO_MANY_STEPS);
    }

    private static String steps(int count) {
        StringBuilder steps = new StringBuilder();
        for (int i = 10; i < count + 10; i++) {
            steps.append("s").append(i).append(" | S | S | signaleras\n");
        }
        return steps.toString();
    }

    private Sheet sheet() {
        return new Sheet(RegisterKind.CASE_TYPE, texts);
    }

    private List<Fault> faults() {
        return RegisterRules.faults(sheet(), KNOWN);
    }

    private List<Fault> missing() {
        return RegisterRules.missing(sheet());
    }

    private List<Reason> reasons() {
        return faults().stream().map(Fault::reason).toList();
    }
}
