package se.knutpunkt.portal.register;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.upkeep.ChangedMeanwhile;
import se.knutpunkt.hub.upkeep.Entry;
import se.knutpunkt.hub.upkeep.EntryKey;
import se.knutpunkt.hub.upkeep.Register;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.hub.upkeep.Upkeep;
import se.knutpunkt.hub.upkeep.UpkeepRefused;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** One entry of the register: what stands there, what is missing, its history, and what can be done with it. */
@RequestScoped
public class EntryPages {
    private static final Set<String> MESSAGES = Set.of("tillagd", "sparad", "i-drift", "stangd", "oppnad");
    private static final Set<String> ERRORS = Set.of("andrad", "gar-inte");

    @EJB
    Upkeep upkeep;

    /** The page of an entry. */
    public record View(
            List<Rail.Link> rail,
            String kind,
            String name,
            String code,
            String stage,
            String stageClass,
            List<Section> sections,
            List<Missing> missing,
            boolean draft,
            boolean closed,
            boolean type,
            boolean discardable,
            String address,
            int version,
            List<ListPages.Line> under,
            String addBranch,
            List<Words.ChangeLine> changes,
            String message,
            String error) {}

    /** Facts under a heading. */
    public record Section(String title, List<Fact> facts) {}

    /** A field and what stands there; {@code value} is empty when nothing does. */
    public record Fact(String label, String value, boolean optional, List<Step> steps) {}

    /** A process step. */
    public record Step(String code, String sv, String en, boolean signals, boolean diaryEvent) {}

    /** What is missing, and where to fill it in. */
    public record Missing(String text, String address) {}

    /** The question before something is closed or discarded. */
    public record Question(
            List<Rail.Link> rail,
            String title,
            String text,
            String button,
            String action,
            int version,
            String back,
            String name,
            List<String> hindrances) {}

    void show(Visit visit, EntryKey key) throws ServletException, IOException {
        Register register = upkeep.register();
        Entry entry = register.find(key).orElseThrow(Refusal::notFound);
        Words text = new Words(visit, register);
        List<Entry> under = register.under(key);
        boolean draft = entry.stage() == Stage.DRAFT;
        visit.show(
                "register/entry",
                new View(
                        Rail.of(visit, register, Places.list(key.kind())),
                        text.kind(key.kind()),
                        text.name(key),
                        key.code(),
                        text.stage(entry.stage()),
                        Words.stageClass(entry.stage()),
                        sections(text, entry),
                        entry.missing().stream()
                                .map(fault -> missing(text, entry, fault))
                                .toList(),
                        draft,
                        entry.stage() == Stage.CLOSED,
                        key.kind() == RegisterKind.CASE_TYPE,
                        key.kind() == RegisterKind.CASE_TYPE ? draft : under.isEmpty(),
                        Places.entry(key),
                        entry.version(),
                        under.stream().map(one -> ListPages.line(text, one)).toList(),
                        key.kind() == RegisterKind.AUTHORITY && entry.stage() == Stage.LIVE
                                ? Places.create(RegisterKind.BRANCH) + "?namnd=" + Places.encoded(key.code())
                                : "",
                        upkeep.history(key).stream().map(text::change).toList(),
                        told(visit, "klart", MESSAGES, "register.done."),
                        told(visit, "fel", ERRORS, "register.error.")));
    }

    private static List<Section> sections(Words text, Entry entry) {
        return FormSection.of(entry.kind()).stream()
                .map(section -> new Section(
                        text.visit().text("register.section." + section.name()),
                        section.fields().stream()
                                .map(field -> fact(text, entry, field))
                                .toList()))
                .toList();
    }

    private static Fact fact(Words text, Entry entry, Field field) {
        List<Step> steps = field == Field.STEPS
                ? entry.sheet().steps().stream()
                        .map(step -> new Step(step.code(), step.sv(), step.en(), step.signals(), step.diaryEvent()))
                        .toList()
                : List.of();
        String value = text.value(field, entry.text(field));
        return new Fact(text.field(field), field == Field.STEPS ? "" : value, field == Field.BRANCH_CODE, steps);
    }

    private static Missing missing(Words text, Entry entry, Fault fault) {
        return new Missing(text.place(fault), Places.edit(entry.key()) + "#" + Words.control(fault));
    }

    void ask(Visit visit, EntryKey key, Stage to) throws ServletException, IOException {
        ask(visit, key, to == Stage.CLOSED ? "stang" : "", "register.close." + key.kind());
    }

    void askToDiscard(Visit visit, EntryKey key) throws ServletException, IOException {
        ask(visit, key, "kasta", "register.discard." + key.kind());
    }

    private void ask(Visit visit, EntryKey key, String action, String texts) throws ServletException, IOException {
        Register register = upkeep.register();
        Entry entry = register.find(key).orElseThrow(Refusal::notFound);
        Words text = new Words(visit, register);
        List<String> living = register.under(key).stream()
                .filter(one -> action.equals("kasta") || one.stage() == Stage.LIVE)
                .map(one -> text.name(one.key()) + " (" + one.code() + ")")
                .toList();
        visit.show(
                "register/question",
                new Question(
                        Rail.of(visit, register, Places.list(key.kind())),
                        visit.text(texts + ".title", text.name(key)),
                        visit.text(texts + ".text"),
                        visit.text(texts + ".do"),
                        Places.entry(key) + "/" + action,
                        entry.version(),
                        Places.entry(key),
                        text.name(key),
                        living));
    }

    void move(Visit visit, EntryKey key, Stage to, StaffId by) {
        String page = Places.entry(key);
        String done = switch (to) {
            case CLOSED -> "stangd";
            default ->
                upkeep.register()
                                .find(key)
                                .filter(entry -> entry.stage() == Stage.DRAFT)
                                .isPresent()
                        ? "i-drift"
                        : "oppnad";
        };
        try {
            upkeep.move(key, version(visit), to, by);
            visit.seeOther(page + "?klart=" + done);
        } catch (ChangedMeanwhile late) {
            visit.seeOther(page + "?fel=andrad");
        } catch (UpkeepRefused refused) {
            visit.seeOther(page + "?fel=gar-inte");
        }
    }

    void discard(Visit visit, EntryKey key, StaffId by) {
        try {
            upkeep.discard(key, version(visit), by);
            visit.seeOther(Places.list(key.kind()) + "?klart=kastad");
        } catch (ChangedMeanwhile late) {
            visit.seeOther(Places.entry(key) + "?fel=andrad");
        } catch (UpkeepRefused refused) {
            visit.seeOther(Places.entry(key) + "?fel=gar-inte");
        }
    }

    /** The version that a form was made from. */
    static int version(Visit visit) {
        String version = visit.value("version").orElse("");
        if (!version.matches("[0-9]{1,9}")) {
            throw Refusal.badRequest("version");
        }
        return Integer.parseInt(version);
    }

    private static String told(Visit visit, String name, Set<String> known, String texts) {
        return visit.value(name)
                .filter(known::contains)
                .map(one -> visit.text(texts + one))
                .orElse("");
    }
}
