package se.knutpunkt.portal.role;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.role.KeptRule;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.login.saml.ServiceProvider;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /behorigheter}: the mapping from attributes to roles, for administrators alone. */
@WebServlet("/behorigheter/*")
public class RolesServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/behorigheter";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES = Set.of("tillagd", "fanns", "borttagen", "aterstalld", "borta");

    @EJB
    transient RoleRules rules;

    @EJB
    transient CaseTypes caseTypes;

    @Inject
    transient ServiceProvider provider;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        administrator(visit);
        List<String> path = visit.segments();
        if (path.isEmpty()) {
            show(visit);
        } else if (path.size() == 2 && path.get(0).equals("ta-bort")) {
            KeptRule kept = rules.find(id(path.get(1))).orElseThrow(Refusal::notFound);
            visit.show("role/remove", new RemovalPage(writer(visit).living(kept), isLastAdministrator(kept)));
        } else {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws IOException {
        StaffId by = administrator(visit);
        List<String> path = visit.segments();
        String what = path.isEmpty() ? "" : path.get(0);
        switch (what + path.size()) {
            case "lagg-till1" -> add(visit, by);
            case "ta-bort2" -> remove(visit, id(path.get(1)), by);
            case "aterstall2" ->
                visit.seeOther(PATH + "?klart=" + (rules.restore(id(path.get(1)), by) ? "aterstalld" : "fanns"));
            default -> throw Refusal.notFound();
        }
    }

    private void add(Visit visit, StaffId by) {
        RuleForm form = RuleForm.of(visit);
        List<Boundary> places = Boundary.all(caseTypes, visit.getLanguage());
        if (form.faults(providerIds(), places).isEmpty()) {
            visit.seeOther(PATH + "?klart=" + (rules.add(form.rule(places), by) ? "tillagd" : "fanns"));
        } else {
            visit.seeOther(PATH + "?fel=1&" + form.query() + "#fel");
        }
    }

    private void remove(Visit visit, long id, StaffId by) {
        KeptRule kept = rules.find(id).orElseThrow(Refusal::notFound);
        if (isLastAdministrator(kept)) {
            visit.seeOther(PATH + "/ta-bort/" + id);
        } else if (rules.remove(id, by)) {
            visit.seeOther(PATH + "?klart=borttagen&rad=" + id);
        } else {
            // removed meanwhile, or become the last
            visit.seeOther(rules.find(id).isPresent() ? PATH + "/ta-bort/" + id : PATH + "?klart=borta");
        }
    }

    /** Whether nobody could change the mapping without this line. */
    private boolean isLastAdministrator(KeptRule kept) {
        return kept.rule().role() == StaffRole.ADMINISTRATOR
                && rules.fixed().stream().noneMatch(fixed -> fixed.role() == StaffRole.ADMINISTRATOR)
                && rules.living().stream()
                        .noneMatch(
                                other -> other.id() != kept.id() && other.rule().role() == StaffRole.ADMINISTRATOR);
    }

    private void show(Visit visit) throws ServletException, IOException {
        boolean wrong = visit.value("fel").isPresent();
        RuleForm form = wrong ? RuleForm.of(visit) : RuleForm.EMPTY;
        String message = visit.value("klart").filter(MESSAGES::contains).orElse("");
        RolesPage.Writer writer = writer(visit);
        visit.show(
                "role/list",
                new RolesPage(
                        rules.fixed().stream().map(writer::fixed).toList(),
                        rules.living().stream().map(writer::living).toList(),
                        rules.removed().stream().map(writer::removed).toList(),
                        writer.roles(),
                        writer.attributes(),
                        writer.choices(),
                        writer.workplaces(),
                        form,
                        wrong
                                ? form.faults(providerIds(), writer.places()).stream()
                                        .map(fault -> new RolesPage.Fault(fault.field(), visit.text(fault.key())))
                                        .toList()
                                : List.of(),
                        message.isEmpty() ? "" : visit.text("roles.done." + message),
                        message.equals("borttagen")
                                ? visit.value("rad")
                                        .filter(ID.asMatchPredicate())
                                        .orElse("")
                                : ""));
    }

    private RolesPage.Writer writer(Visit visit) {
        return RolesPage.Writer.of(visit, provider.staffProviders(), Boundary.all(caseTypes, visit.getLanguage()));
    }

    private List<String> providerIds() {
        return provider.staffProviders().stream()
                .map(ServiceProvider.Choice::entityId)
                .toList();
    }

    private static StaffId administrator(Visit visit) {
        Login login = visit.visitor().requireStaff(StaffRole.ADMINISTRATOR);
        return login.staff().orElseThrow();
    }

    private static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }
}
