package se.knutpunkt.portal.register;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.upkeep.Change;
import se.knutpunkt.hub.upkeep.ChangedMeanwhile;
import se.knutpunkt.hub.upkeep.Entry;
import se.knutpunkt.hub.upkeep.EntryKey;
import se.knutpunkt.hub.upkeep.Register;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.hub.upkeep.UnknownEntry;
import se.knutpunkt.hub.upkeep.Upkeep;
import se.knutpunkt.hub.upkeep.UpkeepRefused;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** The form of an entry, new or known. What could not be saved comes back as it was typed. */
@RequestScoped
public class EditPages {
    /** Empty steps at the end of the form. */
    static final int SPARE_STEPS = 3;

    @EJB
    Upkeep upkeep;

    @Inject
    TypedForms typedForms;

    @Inject
    LapsedForm lapsed;

    /** The form. */
    public record View(
            List<Rail.Link> rail,
            String title,
            String action,
            String back,
            int version,
            boolean fresh,
            boolean type,
            List<Section> sections,
            List<Problem> problems,
            List<Words.ChangeLine> meanwhile,
            boolean kept) {}

    /** Fields under a heading. */
    public record Section(String title, String help, List<Control> controls) {}

    /** Something wrong, and the control that it is about. */
    public record Problem(String control, String text) {}

    void showNew(Visit visit, RegisterKind kind) throws ServletException, IOException {
        Optional<TypedForms.Typed> kept = visit.value("kvar").flatMap(id -> typedForms.form(id, kind));
        Sheet sheet = kept.map(TypedForms.Typed::sheet).orElse(new Sheet(kind, given(visit, kind)));
        List<Fault> faults = kept.isPresent() ? upkeep.check(Optional.empty(), sheet) : List.of();
        show(visit, kind, null, sheet, faults, List.of());
    }

    /** Leads to what was typed before a login reached its limit; whether there is such. */
    boolean leadsBack(Visit visit, StaffId person) {
        Optional<String> kept = lapsed.take(visit, person);
        kept.ifPresent(id -> visit.seeOther(visit.request().getRequestURI() + "?kvar=" + id));
        return kept.isPresent();
    }

    void keepNew(Visit visit, RegisterKind kind, StaffId person) {
        lapsed.keep(visit, new TypedForms.Typed(EntryForm.read(visit, kind), 0), person);
    }

    void keep(Visit visit, EntryKey key, StaffId person) {
        Sheet sheet = withFixed(EntryForm.read(visit, key.kind()), key);
        lapsed.keep(visit, new TypedForms.Typed(sheet, EntryPages.version(visit)), person);
    }

    /** A branch that is added from its authority's page belongs there. */
    private static Map<Field, String> given(Visit visit, RegisterKind kind) {
        return kind.fields().contains(Field.AUTHORITY_CODE)
                ? Map.of(Field.AUTHORITY_CODE, visit.value("namnd").orElse(""))
                : Map.of();
    }

    void show(Visit visit, EntryKey key) throws ServletException, IOException {
        Entry entry = upkeep.register().find(key).orElseThrow(Refusal::notFound);
        Optional<TypedForms.Typed> kept = visit.value("kvar").flatMap(id -> typedForms.form(id, key.kind()));
        if (kept.isEmpty()) {
            show(visit, key.kind(), entry, entry.sheet(), List.of(), List.of());
            return;
        }
        List<Change> meanwhile = upkeep.history(key).stream()
                .filter(change -> isAfter(change, kept.get().version()))
                .toList();
        Sheet sheet = merged(kept.get().sheet(), entry, meanwhile);
        show(visit, key.kind(), entry, sheet, upkeep.check(Optional.of(key), sheet), meanwhile);
    }

    private static boolean isAfter(Change change, int version) {
        return change.after() != null && change.after().version() > version;
    }

    /** What was typed, with what others changed meanwhile in fields that were left as they were. */
    static Sheet merged(Sheet typed, Entry now, List<Change> meanwhile) {
        if (meanwhile.isEmpty()) {
            return typed;
        }
        Entry base = meanwhile.get(meanwhile.size() - 1).before();
        Map<Field, String> taken = new EnumMap<>(Field.class);
        for (Field field : typed.kind().fields()) {
            if (base != null && typed.text(field).equals(base.text(field))) {
                taken.put(field, now.text(field));
            }
        }
        return typed.with(taken);
    }

    private void show(
            Visit visit,
            RegisterKind kind,
            @Nullable Entry entry,
            Sheet sheet,
            List<Fault> faults,
            List<Change> meanwhile)
            throws ServletException, IOException {
        Register register = upkeep.register();
        Words words = new Words(visit, register);
        Controls controls = new Controls(words, sheet, faults, entry != null && entry.stage() != Stage.DRAFT);
        List<Section> sections = new ArrayList<>();
        for (FormSection section : FormSection.of(kind)) {
            sections.add(new Section(
                    visit.text("register.section." + section.name()),
                    visit.text("register.section." + section.name() + ".help"),
                    section.fields().stream().map(controls::of).toList()));
        }
        visit.show(
                "register/edit",
                new View(
                        Rail.of(visit, register, Places.list(kind)),
                        entry == null
                                ? visit.text("register.new." + kind)
                                : visit.text("register.edit.title", words.name(entry.key())),
                        entry == null ? Places.create(kind) : Places.edit(entry.key()),
                        entry == null ? Places.list(kind) : Places.entry(entry.key()),
                        entry == null ? 0 : entry.version(),
                        entry == null,
                        kind == RegisterKind.CASE_TYPE,
                        sections,
                        faults.stream()
                                .map(fault -> new Problem(Words.control(fault), words.faultWithField(fault)))
                                .toList(),
                        meanwhile.stream().map(words::change).toList(),
                        visit.value("kvar").isPresent() && faults.isEmpty() && meanwhile.isEmpty()));
    }

    void create(Visit visit, RegisterKind kind, StaffId by) {
        Sheet sheet = EntryForm.read(visit, kind);
        try {
            upkeep.create(sheet, by);
            visit.seeOther(Places.entry(new EntryKey(kind, sheet.code())) + "?klart=tillagd");
        } catch (UpkeepRefused refused) {
            comeBack(visit, Places.create(kind), new TypedForms.Typed(sheet, 0));
        }
    }

    void change(Visit visit, EntryKey key, StaffId by) {
        Sheet sheet = withFixed(EntryForm.read(visit, key.kind()), key);
        int version = EntryPages.version(visit);
        try {
            upkeep.change(key, version, sheet, by);
            visit.seeOther(Places.entry(new EntryKey(key.kind(), sheet.code())) + "?klart=sparad");
        } catch (UpkeepRefused | ChangedMeanwhile notSaved) {
            comeBack(visit, Places.edit(key), new TypedForms.Typed(sheet, version));
        } catch (UnknownEntry gone) {
            throw Refusal.notFound();
        }
    }

    /** What cannot change is no control of the form, and so not posted. */
    private Sheet withFixed(Sheet typed, EntryKey key) {
        Entry entry = upkeep.register().find(key).orElseThrow(Refusal::notFound);
        Map<Field, String> fixed = new EnumMap<>(Field.class);
        if (entry.stage() != Stage.DRAFT) {
            Controls.FIXED.stream()
                    .filter(field -> key.kind().fields().contains(field))
                    .forEach(field -> fixed.put(field, entry.text(field)));
        }
        return typed.with(fixed);
    }

    private void comeBack(Visit visit, String form, TypedForms.Typed typed) {
        visit.seeOther(form + "?kvar=" + typedForms.keep(typed) + "#fel");
    }
}
