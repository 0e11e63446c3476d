package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.EJB;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.register.UnknownCaseType;
import se.knutpunkt.hub.upkeep.Change;
import se.knutpunkt.hub.upkeep.ChangedMeanwhile;
import se.knutpunkt.hub.upkeep.CsvRefused;
import se.knutpunkt.hub.upkeep.Entry;
import se.knutpunkt.hub.upkeep.EntryKey;
import se.knutpunkt.hub.upkeep.ImportPlan;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.hub.upkeep.UnknownEntry;
import se.knutpunkt.hub.upkeep.Upkeep;
import se.knutpunkt.hub.upkeep.UpkeepRefused;

/** The register in its tables: drafts, changes, history, files, and two who change at once. */
class RegisterIT extends ContainerTest {
    private static final EntryKey NED = new EntryKey(RegisterKind.CASE_TYPE, "NED");

    /** As long as case types are remembered, and a little more. */
    private static final long REMEMBERED_MS = 5_300;

    @EJB
    Upkeep upkeep;

    @EJB
    CaseTypes types;

    @EJB
    StaffMembers staff;

    private StaffId by = new StaffId(1);

    @BeforeEach
    void register() {
        by = staff.register("https://idp.test", "forvaltare", "Förvalta Testsson");
    }

    @Test
    void aDraftIsNobodysUntilItIsLive() throws InterruptedException {
        EntryKey key = draft("ITA");
        assertThat(types.find("ITA")).isEmpty();
        assertThatThrownBy(() -> types.get("ITA")).isInstanceOf(UnknownCaseType.class);
        assertThat(types.all()).extracting(CaseType::code).doesNotContain("ITA");
        assertThatThrownBy(() -> upkeep.move(key, 1, Stage.LIVE, by)).isInstanceOf(UpkeepRefused.class);

        upkeep.change(key, 1, whole("ITA"), by);
        upkeep.move(key, 2, Stage.LIVE, by);
        // what nobody registered is not remembered: it is there at once
        CaseType live = types.get("ITA");
        assertThat(Sheet.of(live)).isEqualTo(whole("ITA"));

        upkeep.move(key, 3, Stage.CLOSED, by);
        Thread.sleep(REMEMBERED_MS);
        assertThatThrownBy(() -> types.get("ITA")).isInstanceOf(UnknownCaseType.class);
        assertThat(types.find("ITA")).isPresent();
        assertThatThrownBy(() -> upkeep.discard(key, 4, by)).isInstanceOf(UpkeepRefused.class);
        assertThat(upkeep.history(key))
                .extracting(Change::deed)
                .containsExactly(Change.Deed.CLOSED, Change.Deed.WENT_LIVE, Change.Deed.CHANGED, Change.Deed.CREATED);
        assertThat(upkeep.history(key)).extracting(Change::by).containsOnly("Förvalta Testsson");
    }

    @Test
    void aDraftTakesItsHistoryToANewCodeAndCanBeDiscarded() {
        EntryKey key = draft("ITB");
        upkeep.change(key, 1, new Sheet(RegisterKind.CASE_TYPE, Map.of(Field.CODE, "ITC")), by);
        EntryKey renamed = new EntryKey(RegisterKind.CASE_TYPE, "ITC");
        assertThat(upkeep.register().find(key)).isEmpty();
        assertThat(upkeep.history(renamed)).hasSize(2);
        upkeep.discard(renamed, 2, by);
        assertThat(upkeep.register().find(renamed)).isEmpty();
        assertThatThrownBy(() -> upkeep.discard(renamed, 2, by)).isInstanceOf(UnknownEntry.class);
        assertThat(upkeep.history(renamed)).first().extracting(Change::deed).isEqualTo(Change.Deed.DISCARDED);
    }

    @Test
    void aCodeIsTakenOnce() {
        draft("ITD");
        UpkeepRefused refused = catchThrowableOfType(UpkeepRefused.class, () -> draft("ITD"));
        assertThat(refused.faults()).hasSize(1);
        assertThatThrownBy(() -> draft("NED")).isInstanceOf(UpkeepRefused.class);
    }

    @Test
    void whatTheFirstRegisterBroughtIsLiveAndWhole() {
        assertThat(upkeep.register().all(RegisterKind.CASE_TYPE))
                .filteredOn(entry -> types.find(entry.code()).isPresent())
                .allSatisfy(entry -> assertThat(entry.missing()).isEmpty());
        Entry ned = upkeep.register().find(NED).orElseThrow();
        assertThat(ned.sheet()).isEqualTo(Sheet.of(types.get("NED")));
    }

    @Test
    void ofTwoWhoChangeTheSameVersionOneIsTold() throws Exception {
        EntryKey key = draft("ITE");
        List<Callable<Boolean>> both = new ArrayList<>();
        for (String name : List.of("Ett", "Två", "Tre", "Fyra")) {
            both.add(() -> {
                Sheet sheet = new Sheet(RegisterKind.CASE_TYPE, Map.of(Field.CODE, "ITE", Field.NAME_SV, name));
                try {
                    upkeep.change(key, 1, sheet, by);
                    return true;
                } catch (ChangedMeanwhile late) {
                    return false;
                }
            });
        }
        assertThat(atOnce(both)).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(upkeep.register().find(key).orElseThrow().version()).isEqualTo(2);
        assertThat(upkeep.history(key)).hasSize(2);
    }

    @Test
    void ofTwoWhoTakeTheSamePrefixOneIsRefused() throws Exception {
        List<Callable<Boolean>> both = new ArrayList<>();
        for (String code : List.of("ITF", "ITG", "ITH")) {
            both.add(() -> {
                Sheet sheet = new Sheet(RegisterKind.CASE_TYPE, Map.of(Field.CODE, code, Field.PREFIX, "ITSAME"));
                try {
                    upkeep.create(sheet, by);
                    return true;
                } catch (UpkeepRefused taken) {
                    return false;
                }
            });
        }
        assertThat(atOnce(both)).containsExactlyInAnyOrder(true, false, false);
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() {
        byte[] faulty = csv("nämnd;it-nämnd;ITnämnden;IT committee;;\närendetyp;ITJ;Namnet;;ingen-nämnd;i drift\n");
        ImportPlan plan = upkeep.plan(faulty);
        assertThat(plan.isTakeable()).isFalse();
        assertThatThrownBy(() -> upkeep.take(faulty, plan.revision(), by)).isInstanceOf(CsvRefused.class);
        assertThat(upkeep.register().find(RegisterKind.AUTHORITY, "it-nämnd")).isEmpty();

        byte[] good = csv("ärendetyp;ITJ;Namnet;The name;it-nämnd;\nnämnd;it-nämnd;ITnämnden;IT committee;;\n");
        assertThat(upkeep.take(good, upkeep.plan(good).revision(), by)).isEqualTo(2);
        assertThat(upkeep.register().find(RegisterKind.CASE_TYPE, "ITJ"))
                .hasValueSatisfying(entry -> assertThat(entry.stage()).isEqualTo(Stage.DRAFT));
        assertThat(upkeep.plan(good).isTakeable()).isFalse();
        assertThat(upkeep.plan(upkeep.export()).isTakeable()).isFalse();
    }

    @Test
    void aFileIsNotTakenWhenTheRegisterChangedSinceItWasShown() {
        byte[] file = csv("nämnd;it-sen;Sena nämnden;Late committee;;\n");
        long shown = upkeep.plan(file).revision();
        draft("ITK");
        assertThatThrownBy(() -> upkeep.take(file, shown, by)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(upkeep.register().find(RegisterKind.AUTHORITY, "it-sen")).isEmpty();
    }

    @Test
    void aChangedLiveTypeIsSeenWithinFiveSeconds() throws InterruptedException {
        Entry before = upkeep.register().find(RegisterKind.CASE_TYPE, "KUL").orElseThrow();
        int days = types.get("KUL").promise().days();
        upkeep.change(
                before.key(),
                before.version(),
                before.sheet().with(Map.of(Field.PROMISE_DAYS, Integer.toString(days + 1))),
                by);
        Thread.sleep(REMEMBERED_MS);
        CaseType after = types.get("KUL");
        assertThat(after.promise().days()).isEqualTo(days + 1);
        assertThat(after.steps()).hasSameSizeAs(before.sheet().steps());
        assertThat(after.sector()).isNotNull();
    }

    private EntryKey draft(String code) {
        upkeep.create(new Sheet(RegisterKind.CASE_TYPE, Map.of(Field.CODE, code)), by);
        return new EntryKey(RegisterKind.CASE_TYPE, code);
    }

    /** The sheet of NED under another code. */
    private Sheet whole(String code) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.CODE, code);
        texts.put(Field.PREFIX, code);
        return upkeep.register().find(NED).orElseThrow().sheet().with(texts);
    }

    private static byte[] csv(String rows) {
        return ("post;kod;namn;namn på engelska;nämnd;läge\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
