package se.knutpunkt.portal.policy;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;
import se.knutpunkt.portal.page.Visitor;

/**
 * {@code /insyn}: who may see what. Policy keepers change it; registrars and those who give out roles may read it.
 */
@WebServlet({PolicyServlet.PATH, PolicyServlet.PATH + "/*"})
public class PolicyServlet extends PageServlet {
    static final String PATH = "/insyn";
    static final String CHANGES = PATH + "/andringar";
    static final String NEW = PATH + "/ny";

    private static final long serialVersionUID = 1L;

    @Inject
    transient RulePages rules;

    @Inject
    transient LinePages lines;

    @Inject
    transient ChangePages changes;

    @Inject
    transient TryPages tries;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        Optional<StaffId> keeper = reader(visit);
        List<String> path = visit.segments();
        switch (shape(path)) {
            case "" -> rules.show(visit, keeper.isPresent());
            case "prova" -> tries.show(visit);
            case "andringar" -> changes.list(visit, keeper.isPresent());
            case "andringar/*" -> changes.show(visit, keeper, path.get(1));
            default -> getForm(visit, keeper(visit), path);
        }
    }

    private void getForm(Visit visit, StaffId keeper, List<String> path) throws ServletException, IOException {
        switch (shape(path)) {
            case "ny" -> lines.form(visit, keeper, "");
            case "ny/*" -> lines.review(visit, keeper, "", path.get(1));
            case "rad/*/andra" -> lines.form(visit, keeper, path.get(1));
            case "rad/*/andra/*" -> lines.review(visit, keeper, path.get(1), path.get(3));
            case "rad/*/ta-bort" -> lines.askToRemove(visit, keeper, path.get(1));
            default -> throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws IOException {
        List<String> path = visit.segments();
        if (shape(path).equals("sok")) {
            reader(visit);
            rules.search(visit);
            return;
        }
        if (shape(path).equals("prova")) {
            reader(visit);
            tries.find(visit);
            return;
        }
        StaffId keeper = keeper(visit);
        switch (shape(path)) {
            case "ny" -> lines.check(visit, keeper, "");
            case "ny/*" -> lines.send(visit, keeper, "", path.get(1));
            case "rad/*/andra" -> lines.check(visit, keeper, path.get(1));
            case "rad/*/andra/*" -> lines.send(visit, keeper, path.get(1), path.get(3));
            case "rad/*/ta-bort" -> lines.remove(visit, keeper, path.get(1));
            case "andringar/*/beslut" -> changes.decide(visit, keeper, path.get(1));
            default -> throw Refusal.notFound();
        }
    }

    /** The path with a star for each part that is a key or a number. */
    private static String shape(List<String> path) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            shape.append(i == 0 ? "" : "/").append(i % 2 == 1 ? "*" : path.get(i));
        }
        return shape.toString();
    }

    /** Whoever may read; empty when they may only read. */
    private static Optional<StaffId> reader(Visit visit) {
        Visitor visitor = visit.visitor();
        if (visitor.isPolicyKeeper()) {
            return Optional.of(keeper(visit));
        }
        if (visitor.isRegistrar() || visitor.isAdministrator()) {
            visitor.requireStaff(visitor.isRegistrar() ? StaffRole.REGISTRAR : StaffRole.ADMINISTRATOR);
            return Optional.empty();
        }
        return Optional.of(keeper(visit));
    }

    private static StaffId keeper(Visit visit) {
        return visit.visitor().requireStaff(StaffRole.POLICY_KEEPER).staff().orElseThrow();
    }
}
