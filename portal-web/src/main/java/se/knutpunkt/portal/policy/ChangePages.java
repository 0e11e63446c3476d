package se.knutpunkt.portal.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.policy.PolicyBook;
import se.knutpunkt.hub.policy.PolicyChange;
import se.knutpunkt.hub.policy.PolicyChange.State;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.PolicyRefused;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** Changes of the rules: those that wait for a second pair of eyes, and all there have been. */
@RequestScoped
public class ChangePages {
    private static final int A_PAGE = 15;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES = Set.of("galler", "vantar", "godkand", "avslagen", "atertagen");
    private static final Map<State, String> MARKS = Map.of(State.WAITING, "wait", State.IN_FORCE, "done");

    @EJB
    PolicyBook book;

    @Inject
    Reading reading;

    @Inject
    TypedSeal seal;

    @Inject
    EffectPages effects;

    // ---- the list

    void list(Visit visit, boolean keeper) throws ServletException, IOException {
        long before = visit.value("fore")
                .filter(ID.asMatchPredicate())
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        List<PolicyChange> found = book.history(before, A_PAGE + 1);
        List<PolicyChange> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        boolean first = before == Long.MAX_VALUE;
        PolicyWords words = reading.words(visit);
        int version = book.version();
        visit.show(
                "policy/changes",
                new ChangesPage(
                        book.waiting().stream()
                                .map(change -> row(visit, change, words, version))
                                .toList(),
                        shown.stream()
                                .map(change -> row(visit, change, words, version))
                                .toList(),
                        found.size() > A_PAGE
                                ? PolicyServlet.CHANGES + "?fore="
                                        + shown.get(A_PAGE - 1).id() + "#historik"
                                : "",
                        first,
                        keeper));
    }

    private ChangesPage.Row row(Visit visit, PolicyChange change, PolicyWords words, int version) {
        return new ChangesPage.Row(
                address(change.id()),
                title(visit, change),
                summary(visit, differences(change, words)),
                state(visit, change, version),
                MARKS.getOrDefault(change.state(), ""),
                Reading.at(visit, change.proposedAt()),
                reading.name(visit, change.proposedBy()),
                change.reason());
    }

    /** "Ändrad: VH-12-17", or how many rules when there are several. */
    private static String summary(Visit visit, List<Difference> differences) {
        return differences.size() > 3
                ? visit.text("policy.change.many", differences.size())
                : differences.stream().map(one -> one.what() + ": " + one.key()).collect(Collectors.joining(", "));
    }

    private static String title(Visit visit, PolicyChange change) {
        return visit.text("policy.change.title", Long.toString(change.id()));
    }

    private static String address(long id) {
        return PolicyServlet.CHANGES + "/" + id;
    }

    private static String state(Visit visit, PolicyChange change, int version) {
        Integer own = change.version();
        if (own == null) {
            return visit.text("policy.state." + change.state());
        }
        return visit.text(own == version ? "policy.state.now" : "policy.state.then", own.toString());
    }

    private List<Difference> differences(PolicyChange change, PolicyWords words) {
        return Difference.between(book.linesOfVersion(change.baseVersion()), book.linesOf(change.id()), words);
    }

    // ---- one change

    void show(Visit visit, Optional<StaffId> keeper, String id) throws ServletException, IOException {
        PolicyChange change = find(id);
        PolicyWords words = reading.words(visit);
        int version = book.version();
        List<Difference> differences = differences(change, words);
        boolean own = keeper.map(one -> isBy(change, one)).orElse(false);
        boolean waiting = change.state() == State.WAITING && keeper.isPresent();
        boolean stale = change.baseVersion() != version;
        String reason = keeper.flatMap(one -> seal.open(visit, one))
                .map(PolicyForm::reason)
                .orElse("");
        visit.show(
                "policy/change",
                new ChangePage(
                        title(visit, change),
                        address(change.id()),
                        state(visit, change, version),
                        MARKS.getOrDefault(change.state(), ""),
                        change.loosens(),
                        steps(visit, change),
                        differences,
                        change.state() == State.WAITING && !stale
                                ? effects.of(visit, book.linesOf(change.id()), address(change.id()), "")
                                : null,
                        waiting,
                        own,
                        stale,
                        waiting && own && stale ? redo(change, differences, keeper.orElseThrow()) : "",
                        reason,
                        visit.value("fel").isPresent()
                                ? PolicyForm.reasonFault(reason)
                                        .map(fault -> visit.text(fault.key()))
                                        .orElse("")
                                : "",
                        visit.value("nej")
                                .flatMap(ChangePages::refused)
                                .map(why -> visit.text("policy.refused." + why))
                                .orElse(""),
                        visit.value("klart")
                                .filter(MESSAGES::contains)
                                .map(done -> visit.text("policy.done." + done))
                                .orElse(""),
                        keeper.isPresent()));
    }

    private static Optional<PolicyRefused.Reason> refused(String name) {
        return Arrays.stream(PolicyRefused.Reason.values())
                .filter(reason -> reason.name().equals(name))
                .filter(reason ->
                        reason != PolicyRefused.Reason.FAULTS && reason != PolicyRefused.Reason.NOTHING_CHANGED)
                .findFirst();
    }

    private List<ChangePage.Step> steps(Visit visit, PolicyChange change) {
        List<ChangePage.Step> steps = new ArrayList<>();
        String proposer = reading.name(visit, change.proposedBy());
        boolean atOnce = change.state() == State.IN_FORCE && change.decided() == null;
        steps.add(new ChangePage.Step(
                Reading.at(visit, change.proposedAt()),
                visit.text(atOnce ? "policy.step.atonce" : "policy.step.proposed", proposer),
                change.reason()));
        PolicyChange.Decided decided = change.decided();
        if (decided != null) {
            steps.add(new ChangePage.Step(
                    Reading.at(visit, decided.at()),
                    visit.text("policy.step." + change.state(), reading.name(visit, decided.by())),
                    decided.reason()));
        }
        return steps;
    }

    /** Where the same can be done to the rules of today: what was proposed is filled in there. */
    private String redo(PolicyChange change, List<Difference> differences, StaffId keeper) {
        if (differences.size() != 1) {
            return "";
        }
        String key = differences.get(0).key();
        @Nullable PolicyLine planned = line(book.linesOf(change.id()), key);
        @Nullable PolicyLine now = line(book.lines(), key);
        String back = "?igen=1&";
        if (planned == null) {
            PolicyForm form = PolicyForm.fresh(change.baseVersion()).with(PolicyForm.REASON, change.reason());
            return RulePages.address(key) + "/ta-bort?" + seal.query(form, keeper);
        }
        PolicyForm form = PolicyForm.of(planned, change.baseVersion()).with(PolicyForm.REASON, change.reason());
        String page = now == null ? PolicyServlet.NEW : RulePages.address(key) + "/andra";
        return page + back + seal.query(form, keeper);
    }

    private static @Nullable PolicyLine line(List<PolicyLine> lines, String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst().orElse(null);
    }

    void decide(Visit visit, StaffId keeper, String id) {
        PolicyChange change = find(id);
        String by = Long.toString(keeper.value());
        boolean approves = visit.value("beslut").filter("godkann"::equals).isPresent();
        PolicyForm typed = PolicyForm.of(visit);
        if (typed.reasonFault().isPresent()) {
            visit.seeOther(address(change.id()) + "?fel=1&" + seal.query(typed, keeper) + "#fel");
            return;
        }
        try {
            if (approves) {
                book.approve(by, change.id(), typed.reason());
            } else {
                book.refuse(by, change.id(), typed.reason());
            }
            String done = approves ? "godkand" : isBy(change, keeper) ? "atertagen" : "avslagen";
            visit.seeOther(address(change.id()) + "?klart=" + done);
        } catch (PolicyRefused refused) {
            visit.seeOther(address(change.id()) + "?nej=" + refused.reason() + "&" + seal.query(typed, keeper));
        }
    }

    private static boolean isBy(PolicyChange change, StaffId keeper) {
        return change.proposedBy().equals(Long.toString(keeper.value()));
    }

    private PolicyChange find(String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        return book.change(Long.parseLong(id)).orElseThrow(Refusal::notFound);
    }
}
