package se.knutpunkt.hub.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.knutpunkt.hub.upkeep.Registers.authority;
import static se.knutpunkt.hub.upkeep.Registers.draft;
import static se.knutpunkt.hub.upkeep.Registers.type;
import static se.knutpunkt.hub.upkeep.Registers.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Fault.Reason;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.upkeep.ImportPlan.Verdict;

class RegisterCsvTest {
    private static final String HEAD = "post;kod;namn;namn på engelska;nämnd\n";

    private final Register usual = Registers.usual();

    /** Whatever stands in a draft comes back as it was, and a register read into itself changes nothing. */
    @Property(tries = 300)
    void whatGoesOutComesBack(@ForAll("texts") Map<Field, String> texts) {
        texts.put(Field.CODE, "UTKAST");
        Entry draft = new Entry(new Sheet(RegisterKind.CASE_TYPE, texts), Stage.DRAFT, 1);
        Register register = Registers.of(authority("miljö", Stage.CLOSED), type("NED", Stage.CLOSED), draft);

        ImportPlan plan = ImportPlanner.plan(register, RegisterCsv.read(RegisterCsv.write(register)));

        assertThat(plan.rows())
                .filteredOn(row -> draft.key().equals(row.key()))
                .singleElement()
                .satisfies(row -> assertThat(row.after().sheet()).isEqualTo(draft.sheet()));
        assertThat(plan.rows())
                .filteredOn(row -> !draft.key().equals(row.key()))
                .extracting(ImportPlan.Row::verdict)
                .containsOnly(Verdict.UNCHANGED);
    }

    /** No cell of an export begins as a formula does. */
    @Property(tries = 300)
    void nothingThatGoesOutIsAFormula(@ForAll("texts") Map<Field, String> texts) {
        texts.put(Field.CODE, "UTKAST");
        Register register = Registers.of(new Entry(new Sheet(RegisterKind.CASE_TYPE, texts), Stage.DRAFT, 1));
        String csv = new String(RegisterCsv.write(register), StandardCharsets.UTF_8);
        // all cells are quoted: a cell begins after a quote that follows a separator
        assertThat(csv).doesNotContainPattern("(?:^|[;\n\uFEFF])\"[=+@\\-]");
    }

    @Provide
    Arbitrary<Map<Field, String>> texts() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("=+-@'\";,|\\\n\r\t abcåÖ１＝é\uFEFF")
                .ofMaxLength(12);
        Arbitrary<Field> fields = Arbitraries.of(RegisterKind.CASE_TYPE.fields());
        return Arbitraries.maps(fields, cell).ofMaxSize(18).map(map -> {
            Map<Field, String> texts = new EnumMap<>(Field.class);
            texts.putAll(map);
            return texts;
        });
    }

    @Example
    void readsCommasAndSemicolonsWithAndWithoutTheMark() {
        String rows = HEAD + "nämnd;bygg;Byggnadsnämnden;Building committee;\n";
        for (String file : List.of(rows, "\uFEFF" + rows, rows.replace(';', ','), rows.replace("\n", "\r\n"))) {
            ImportPlan plan = plan(file);
            assertThat(plan.rows()).singleElement().satisfies(row -> {
                assertThat(row.verdict()).isEqualTo(Verdict.NEW);
                assertThat(row.number()).isEqualTo(2);
                assertThat(row.title()).isEqualTo("Byggnadsnämnden");
            });
            assertThat(plan.isTakeable()).isTrue();
        }
    }

    @Example
    void rowsMayReferToEachOtherInAnyOrder() {
        ImportPlan plan = plan(HEAD
                + "verksamhetsgren;vatten;Vatten;Water;bygg\n"
                + "nämnd;bygg;Byggnadsnämnden;Building committee;\n");
        assertThat(plan.count(Verdict.NEW)).isEqualTo(2);
    }

    @Example
    void leavesColumnsThatAreNotThereAndEmptiesCellsThatAreEmpty() {
        assertThat(plan("post;kod;löfte i dagar\närendetyp;NED;10\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.differences())
                        .containsExactly(new Difference(Field.PROMISE_DAYS, "", "5", "10")));
        assertThat(plan("post;kod;löfte i dagar\närendetyp;NED;\n").rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.faults()).containsExactly(Fault.of(Field.PROMISE_DAYS, Reason.MISSING)));
        assertThat(plan("post;kod;löfte i dagar\närendetyp;NED;5\n").isTakeable())
                .isFalse();
    }

    @Example
    void tellsWhatIsWrongWithARow() {
        ImportPlan plan = plan("""
                post;kod;namn;prefix;läge
                sak;NED;;;
                ;NED;;;
                nämnd;ny;Ny;NED;
                ärendetyp;NED;x;NED;snart
                ärendetyp;NED;x;NED;
                ärendetyp;NY;Ny;NED;
                ärendetyp;NY2;Ny;;i drift
                """);
        assertThat(plan.isTakeable()).isFalse();
        assertThat(reasons(plan, 2)).containsExactly(Reason.UNKNOWN_WORD);
        assertThat(reasons(plan, 3)).containsExactly(Reason.MISSING);
        assertThat(reasons(plan, 4)).containsExactly(Reason.NOT_HERE, Reason.MISSING);
        // two rows that want the same prefix are both told
        assertThat(reasons(plan, 5)).containsExactly(Reason.UNKNOWN_WORD, Reason.TWICE);
        assertThat(reasons(plan, 6)).containsExactly(Reason.TWICE);
        assertThat(reasons(plan, 7)).containsExactly(Reason.TWICE);
        assertThat(reasons(plan, 8)).contains(Reason.MISSING, Reason.NO_STEP);
    }

    @Example
    void aNewCaseTypeIsADraftUntilItsRowSaysOtherwise() {
        Register other = usual.with(null, type("NY", Stage.LIVE));
        String whole = new String(RegisterCsv.write(other), StandardCharsets.UTF_8);
        assertThat(plan(whole).rows())
                .filteredOn(row -> row.verdict() == Verdict.NEW)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.after().stage()).isEqualTo(Stage.LIVE);
                    assertThat(row.faults()).isEmpty();
                });
        assertThat(plan("post;kod\närendetyp;NY\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.after().stage()).isEqualTo(Stage.DRAFT));
    }

    @Example
    void aDraftGoesLiveAndALiveTypeClosesByItsRow() {
        Entry draft = new Entry(type("NY", Stage.DRAFT).sheet(), Stage.DRAFT, 1);
        Register register = usual.with(null, draft);
        List<ImportPlan.Row> rows = ImportPlanner.plan(
                        register,
                        RegisterCsv.read(bytes("post;kod;läge\närendetyp;NY;I drift\närendetyp;NED;stängd\n")))
                .rows();
        assertThat(rows).extracting(row -> row.after().stage()).containsExactly(Stage.LIVE, Stage.CLOSED);
        assertThat(rows).extracting(ImportPlan.Row::verdict).containsOnly(Verdict.CHANGED);
    }

    @Example
    void refusesFilesThatCannotBeRead() {
        assertThat(refused("")).isEqualTo(CsvRefused.Reason.EMPTY);
        assertThat(refused("post;kod\n")).isEqualTo(CsvRefused.Reason.EMPTY);
        assertThat(refused("post;namn\nx;y\n")).isEqualTo(CsvRefused.Reason.NO_COLUMN);
        assertThat(refused("post;kod;färg\nx;y;z\n")).isEqualTo(CsvRefused.Reason.UNKNOWN_COLUMN);
        assertThat(refused("post;kod;kod\nx;y;z\n")).isEqualTo(CsvRefused.Reason.COLUMN_TWICE);
        assertThat(refused("post;kod\nx;\"y\n")).isEqualTo(CsvRefused.Reason.BROKEN);
        assertThat(reason("post;kod\nnämnd;miljö\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(CsvRefused.Reason.NOT_UTF8);
        assertThat(reason(new byte[RegisterCsv.LARGEST + 1])).isEqualTo(CsvRefused.Reason.TOO_LARGE);
    }

    @Example
    void countsRows() {
        StringBuilder file = new StringBuilder("post;kod\n");
        for (int i = 0; i < RegisterCsv.MOST_ROWS; i++) {
            file.append("nämnd;n").append(i).append('\n');
        }
        assertThat(plan(file.toString()).rows()).hasSize(RegisterCsv.MOST_ROWS);
        assertThat(refused(file.append("nämnd;till\n").toString())).isEqualTo(CsvRefused.Reason.TOO_MANY_ROWS);
    }

    @Example
    void anApostropheThatGuardsNothingStays() {
        Register register = usual.with(null, with(draft("NY"), Field.NAME_SV, "'Hej"));
        List<RegisterCsv.Row> rows = new ArrayList<>(RegisterCsv.read(RegisterCsv.write(register)));
        assertThat(rows).extracting(row -> row.cell(Field.NAME_SV)).contains("'Hej");
    }

    private ImportPlan plan(String file) {
        return ImportPlanner.plan(usual, RegisterCsv.read(bytes(file)));
    }

    private static List<Reason> reasons(ImportPlan plan, long number) {
        return plan.rows().stream()
                .filter(row -> row.number() == number)
                .flatMap(row -> row.faults().stream())
                .map(Fault::reason)
                .toList();
    }

    private static CsvRefused.Reason refused(String file) {
        return reason(bytes(file));
    }

    private static CsvRefused.Reason reason(byte[] file) {
        return catchThrowableOfType(CsvRefused.class, () -> RegisterCsv.read(file))
                .reason();
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
