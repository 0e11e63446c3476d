package se.knutpunkt.portal.register;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.upkeep.EntryKey;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.hub.upkeep.UnknownEntry;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /register}: leads each address to its page, for system managers alone. */
@WebServlet({"/register", "/register/*"})
@MultipartConfig(maxFileSize = 2_500_000, maxRequestSize = 2_600_000, fileSizeThreshold = 2_600_000)
public class RegisterServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ListPages lists;

    @Inject
    transient EntryPages entries;

    @Inject
    transient EditPages edits;

    @Inject
    transient ImportPages imports;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        StaffId person = manager(visit);
        List<String> path = visit.segments();
        if (isForm(path) && edits.leadsBack(visit, person)) {
            return;
        }
        String what = path.isEmpty() ? "" : path.get(0);
        switch (what + path.size()) {
            case "0" -> lists.types(visit);
            case "namnder1" -> lists.units(visit);
            case "historik1" -> lists.history(visit);
            case "register.csv1" -> imports.export(visit);
            case "las-in1" -> imports.show(visit);
            case "las-in2" -> imports.showPlan(visit, path.get(1));
            case "ny2" -> edits.showNew(visit, kind(path.get(1)));
            default -> entry(visit, path);
        }
    }

    private void entry(Visit visit, List<String> path) throws ServletException, IOException {
        EntryKey key = key(path);
        switch (path.size() == 2 ? "" : path.get(2)) {
            case "" -> entries.show(visit, key);
            case "andra" -> edits.show(visit, key);
            case "stang" -> entries.ask(visit, key, Stage.CLOSED);
            case "kasta" -> entries.askToDiscard(visit, key);
            default -> throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        StaffId by = manager(visit);
        try {
            untilDone(visit, v -> change(v, v.segments(), by));
        } catch (UnknownEntry gone) {
            throw Refusal.notFound();
        }
    }

    @Override
    protected boolean keep(Visit visit, Login lapsed) {
        List<String> path = visit.segments();
        if (!lapsed.has(StaffRole.SYSTEM_MANAGER) || !isForm(path)) {
            return false;
        }
        StaffId person = lapsed.staff().orElseThrow();
        if (path.size() == 2) {
            edits.keepNew(visit, kind(path.get(1)), person);
        } else {
            edits.keep(visit, key(path), person);
        }
        return true;
    }

    private static boolean isForm(List<String> path) {
        return (path.size() == 2 && path.get(0).equals("ny"))
                || (path.size() == 3 && path.get(2).equals("andra"));
    }

    private void change(Visit visit, List<String> path, StaffId by) throws IOException {
        String what = path.isEmpty() ? "" : path.get(0);
        switch (what + path.size()) {
            case "sok1" -> lists.search(visit);
            case "las-in1" -> imports.receive(visit);
            case "las-in2" -> imports.take(visit, path.get(1), by);
            case "ny2" -> edits.create(visit, kind(path.get(1)), by);
            default -> changeEntry(visit, path, by);
        }
    }

    private void changeEntry(Visit visit, List<String> path, StaffId by) {
        EntryKey key = key(path);
        switch (path.size() == 2 ? "" : path.get(2)) {
            case "andra" -> edits.change(visit, key, by);
            case "ta-i-drift", "oppna" -> entries.move(visit, key, Stage.LIVE, by);
            case "stang" -> entries.move(visit, key, Stage.CLOSED, by);
            case "kasta" -> entries.discard(visit, key, by);
            default -> throw Refusal.notFound();
        }
    }

    private static EntryKey key(List<String> path) {
        if (path.size() < 2 || path.size() > 3) {
            throw Refusal.notFound();
        }
        return new EntryKey(kind(path.get(0)), path.get(1));
    }

    private static RegisterKind kind(String slug) {
        return Places.kind(slug).orElseThrow(Refusal::notFound);
    }

    private static StaffId manager(Visit visit) {
        return visit.visitor().requireStaff(StaffRole.SYSTEM_MANAGER).staff().orElseThrow();
    }
}
