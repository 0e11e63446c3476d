package se.knutpunkt.portal.delegation;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.knutpunkt.hub.delegation.DelegationRegister;
import se.knutpunkt.hub.delegation.KeptDelegation;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.SealedWords;
import se.knutpunkt.portal.page.Visit;

/** {@code /delegationer}: what authorities let units and staff of others do, for administrators alone. */
@WebServlet("/delegationer/*")
public class DelegationsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/delegationer";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES = Set.of("gjord", "avslutad", "redan");
    private static final int LONGEST_REASON = 300;
    /** Who has not logged in for longer is not offered. */
    private static final Duration LATELY = Duration.ofDays(400);

    @EJB
    transient DelegationRegister register;

    @EJB
    transient RoleRules roles;

    @EJB
    transient StaffMembers staff;

    @EJB
    transient CaseTypes caseTypes;

    @Inject
    transient SealedWords sealed;

    @Inject
    transient Clock clock;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        administrator(visit);
        List<String> path = visit.segments();
        switch ((path.isEmpty() ? "" : path.get(0)) + path.size()) {
            case "0" -> showAll(visit);
            case "ny1" -> showForm(visit);
            case "avsluta2" -> showEnd(visit, path.get(1));
            default -> throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        StaffId by = administrator(visit);
        List<String> path = visit.segments();
        switch ((path.isEmpty() ? "" : path.get(0)) + path.size()) {
            case "ny1" -> make(visit, by);
            case "avsluta2" -> end(visit, open(path.get(1)), by);
            default -> throw Refusal.notFound();
        }
    }

    private void showAll(Visit visit) throws ServletException, IOException {
        DelegationWriter writer = writer(visit);
        String message = visit.value("klart").filter(MESSAGES::contains).orElse("");
        visit.show(
                "delegation/list",
                new DelegationsPage(
                        register.open().stream().map(writer::line).toList(),
                        register.closed().stream().map(writer::line).toList(),
                        writer.boundaries(),
                        message.isEmpty() ? "" : visit.text("delegations.done." + message)));
    }

    private void showForm(Visit visit) throws ServletException, IOException {
        DelegationWriter writer = writer(visit);
        boolean wrong = visit.value("fel").isPresent();
        DelegationForm form = wrong
                ? DelegationForm.back(visit, sealed)
                : DelegationForm.empty(visit.value("fran").orElse(""), writer.today());
        Boundary from = from(writer, form);
        visit.show("delegation/form", writer.form(from, form, choices(visit, writer, from), wrong));
    }

    private void make(Visit visit, StaffId by) {
        DelegationWriter writer = writer(visit);
        DelegationForm form = DelegationForm.posted(visit);
        DelegationForm.Choices choices = choices(visit, writer, from(writer, form));
        if (form.faults(choices).isEmpty()) {
            register.make(form.delegation(choices), by);
            visit.seeOther(PATH + "?klart=gjord");
        } else {
            visit.seeOther(PATH + "/ny?fel=1&" + form.query(sealed) + "#fel");
        }
    }

    private void showEnd(Visit visit, String id) throws ServletException, IOException {
        KeptDelegation kept = open(id);
        boolean wrong = visit.value("fel").isPresent();
        String reason = sealed.open(DelegationForm.CONTEXT, visit.value("skal").orElse(""));
        visit.show(
                "delegation/end",
                new DelegationsPage.End(
                        writer(visit).line(kept), reason, wrong ? visit.text("delegations.fault.reason") : ""));
    }

    private void end(Visit visit, KeptDelegation kept, StaffId by) {
        String reason = visit.value("skal").map(String::strip).orElse("");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            visit.seeOther(PATH + "/avsluta/" + kept.id() + "?fel=1&skal="
                    + sealed.sealed(DelegationForm.CONTEXT, reason) + "#fel");
        } else {
            visit.seeOther(PATH + "?klart=" + (register.end(kept.id(), reason, by) ? "avslutad" : "redan"));
        }
    }

    /** One that can be ended. */
    private KeptDelegation open(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        LocalDate today = SwedishTime.today(clock);
        return register.find(Long.parseLong(id))
                .filter(kept ->
                        kept.on(today) == KeptDelegation.State.LIVING || kept.on(today) == KeptDelegation.State.COMING)
                .orElseThrow(Refusal::notFound);
    }

    private static Boundary from(DelegationWriter writer, DelegationForm form) {
        return Boundary.of(writer.boundaries(), form.from()).orElseThrow(Refusal::notFound);
    }

    private DelegationForm.Choices choices(Visit visit, DelegationWriter writer, Boundary from) {
        Recipients recipients = Recipients.of(
                roles.units(),
                staff.namesSince(clock.instant().minus(LATELY)),
                writer.boundaries(),
                visit.getLanguage());
        Set<String> types = writer.typesOf(from).stream().map(CaseType::code).collect(Collectors.toSet());
        return new DelegationForm.Choices(writer.boundaries(), recipients, types);
    }

    private DelegationWriter writer(Visit visit) {
        return new DelegationWriter(
                visit, Boundary.all(caseTypes, visit.getLanguage()), caseTypes.all(), SwedishTime.today(clock));
    }

    private static StaffId administrator(Visit visit) {
        return visit.visitor().requireStaff(StaffRole.ADMINISTRATOR).staff().orElseThrow();
    }
}
