package se.knutpunkt.portal.handover;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /overlamningar}: hand-overs for registrars, who answer for the diary, and for system managers, who answer for the
 * systems; the rules for system managers alone, what was sent for registrars alone.
 */
@WebServlet(HandoversServlet.PATH + "/*")
public class HandoversServlet extends PageServlet {

    static final String PATH = "/overlamningar";
    static final String RULES = PATH + "/regler";
    private static final long serialVersionUID = 1L;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,80}");

    @Inject
    transient HandoverPages pages;

    @Inject
    transient RulePages rules;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        List<String> path = visit.segments();
        if (isRules(path)) {
            getRules(visit, manager(visit), path);
            return;
        }
        reader(visit);
        String what = path.size() < 2 ? "" : path.get(1);
        if (path.isEmpty()) {
            pages.list(visit);
        } else if (path.size() == 1) {
            pages.show(visit, id(path));
        } else if (path.size() == 2 && what.equals("innehall")) {
            pages.content(visit, id(path), registrar(visit));
        } else if (path.size() == 2 && what.equals("ta-tillbaka")) {
            registrar(visit);
            pages.askTakeBack(visit, id(path));
        } else {
            throw Refusal.notFound();
        }
    }

    private void getRules(Visit visit, Login manager, List<String> path) throws ServletException, IOException {
        if (path.size() == 1) {
            rules.list(visit);
        } else if (path.size() == 2) {
            rules.show(visit, form(path), manager);
        } else if (path.size() == 3 && path.get(2).equals("ta-bort")) {
            rules.askRemove(visit, form(path));
        } else {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        List<String> path = visit.segments();
        if (isRules(path)) {
            Login manager = manager(visit);
            untilDone(visit, v -> postRules(v, manager, path));
            return;
        }
        Login reader = reader(visit);
        untilDone(visit, v -> change(v, reader, path));
    }

    private void change(Visit visit, Login reader, List<String> path) throws ServletException, IOException {
        String what = path.isEmpty() ? "" : path.get(path.size() - 1);
        switch (what + path.size()) {
            case "sok1" -> pages.search(visit);
            case "skicka-alla-igen1" -> pages.sendGivenUpAgain(visit, staff(reader));
            case "skicka-igen2" -> pages.sendAgain(visit, id(path), staff(reader));
            case "ta-tillbaka2" -> pages.takeBack(visit, id(path), registrar(visit));
            default -> throw Refusal.notFound();
        }
    }

    private void postRules(Visit visit, Login manager, List<String> path) {
        String what = path.size() == 2 ? "" : path.get(path.size() - 1);
        switch (what + path.size()) {
            case "2" -> rules.save(visit, form(path), manager);
            case "ny-hemlighet3" -> rules.newSecret(visit, form(path), manager);
            case "ta-bort3" -> rules.remove(visit, form(path), manager);
            default -> throw Refusal.notFound();
        }
    }

    private static boolean isRules(List<String> path) {
        return !path.isEmpty() && path.get(0).equals("regler");
    }

    private static Login reader(Visit visit) {
        return visit.visitor().isSystemManager()
                ? manager(visit)
                : visit.visitor().requireStaff(StaffRole.REGISTRAR);
    }

    private static Login manager(Visit visit) {
        return visit.visitor().requireStaff(StaffRole.SYSTEM_MANAGER);
    }

    private static StaffId registrar(Visit visit) {
        return staff(visit.visitor().requireStaff(StaffRole.REGISTRAR));
    }

    static StaffId staff(Login login) {
        return login.staff().orElseThrow(() -> Refusal.forbidden("no staff"));
    }

    private static String id(List<String> path) {
        return path.stream().findFirst().filter(ID.asMatchPredicate()).orElseThrow(Refusal::notFound);
    }

    private static String form(List<String> path) {
        return path.stream().skip(1).findFirst().filter(FORM.asMatchPredicate()).orElseThrow(Refusal::notFound);
    }
}
