package se.knutpunkt.portal.register;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.upkeep.Entry;
import se.knutpunkt.hub.upkeep.Register;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.hub.upkeep.Upkeep;
import se.knutpunkt.portal.page.SealedWords;
import se.knutpunkt.portal.page.Visit;

/** The lists of the register: case types, authorities with their branches, and the latest changes. */
@RequestScoped
public class ListPages {
    private static final Set<String> MESSAGES = Set.of("kastad", "inlast");

    @EJB
    Upkeep upkeep;

    @Inject
    ListFilter filter;

    /** The list of case types. */
    public record Types(
            List<Rail.Link> rail,
            String title,
            List<Line> lines,
            String state,
            String searched,
            String all,
            String message,
            boolean guided) {}

    /** An entry in a list. */
    public record Line(
            String address, String name, String code, String authority, String state, String stateClass, String note) {}

    /** The authorities. */
    public record Units(List<Rail.Link> rail, List<Unit> units, String message) {}

    /** An authority with its branches. */
    public record Unit(Line authority, List<Line> branches, String types) {}

    /** The latest changes. */
    public record History(List<Rail.Link> rail, List<Words.ChangeLine> changes) {}

    void types(Visit visit) throws ServletException, IOException {
        Register register = upkeep.register();
        ListFilter.State state = ListFilter.State.of(visit);
        String words = filter.words(visit);
        Words text = new Words(visit, register);
        List<Line> lines = register.all(RegisterKind.CASE_TYPE).stream()
                .filter(type -> state.has(type.stage()))
                .map(type -> line(text, type))
                .filter(line -> SealedWords.matches(words, line.code() + " " + line.name() + " " + line.authority()))
                .toList();
        visit.show(
                "register/types",
                new Types(
                        Rail.of(visit, register, ListFilter.address(state, "")),
                        visit.text("register.list." + state + ".title"),
                        lines,
                        state.code(),
                        words,
                        ListFilter.address(state, ""),
                        message(visit),
                        register.all(RegisterKind.CASE_TYPE).size() < 10));
    }

    void search(Visit visit) {
        visit.seeOther(ListFilter.address(
                ListFilter.State.of(visit), filter.sealed(visit.value("q").orElse(""))));
    }

    void units(Visit visit) throws ServletException, IOException {
        Register register = upkeep.register();
        Words text = new Words(visit, register);
        List<Unit> units = register.all(RegisterKind.AUTHORITY).stream()
                .map(authority -> unit(text, authority))
                .toList();
        visit.show("register/units", new Units(Rail.of(visit, register, Places.UNITS), units, message(visit)));
    }

    void history(Visit visit) throws ServletException, IOException {
        Register register = upkeep.register();
        Words text = new Words(visit, register);
        visit.show(
                "register/history",
                new History(
                        Rail.of(visit, register, Places.HISTORY),
                        upkeep.latest().stream().map(text::change).toList()));
    }

    private static Unit unit(Words text, Entry authority) {
        List<Entry> under = text.register().under(authority.key());
        long types = under.stream()
                .filter(entry -> entry.kind() == RegisterKind.CASE_TYPE)
                .count();
        return new Unit(
                line(text, authority),
                under.stream()
                        .filter(entry -> entry.kind() == RegisterKind.BRANCH)
                        .map(branch -> line(text, branch))
                        .toList(),
                Long.toString(types));
    }

    static Line line(Words text, Entry entry) {
        int missing = entry.stage() == Stage.DRAFT ? entry.missing().size() : 0;
        String note = entry.stage() != Stage.DRAFT
                ? ""
                : missing == 0
                        ? text.visit().text("register.ready")
                        : text.visit().text("register.lacks", missing);
        return new Line(
                Places.entry(entry.key()),
                text.name(entry.key()),
                entry.code(),
                text.name(RegisterKind.AUTHORITY, entry.text(Field.AUTHORITY_CODE)),
                text.stage(entry.stage()),
                Words.stageClass(entry.stage()),
                note);
    }

    private static String message(Visit visit) {
        return visit.value("klart")
                .filter(MESSAGES::contains)
                .map(done -> visit.text("register.done." + done))
                .orElse("");
    }
}
