package se.knutpunkt.portal.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.LineFault;
import se.knutpunkt.hub.policy.PolicyBook;
import se.knutpunkt.hub.policy.PolicyChange;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.PolicyRefused;
import se.knutpunkt.hub.secrecy.Provision;
import se.knutpunkt.hub.secrecy.Provisions;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** A rule on its way in, changed or out: the form, the look before it is sent, the question before it is removed. */
@RequestScoped
public class LinePages {
    private static final String REVIEW = "granska";

    @EJB
    PolicyBook book;

    @Inject
    Reading reading;

    @Inject
    TypedSeal seal;

    @Inject
    EffectPages effects;

    @Inject
    Clock clock;

    // ---- the form

    /** @param key of the rule; empty for a new one */
    void form(Visit visit, StaffId keeper, String key) throws ServletException, IOException {
        List<PolicyLine> lines = book.lines();
        Optional<PolicyLine> line = find(lines, key);
        Optional<PolicyForm> kept = seal.open(visit, keeper);
        if (!key.isEmpty() && line.isEmpty()) {
            // removed by somebody else while this was written: what was typed may come back as a new rule
            PolicyForm typed = kept.orElseThrow(Refusal::notFound);
            visit.seeOther(PolicyServlet.NEW + "?" + seal.query(typed.with(PolicyForm.KEY, key), keeper));
            return;
        }
        int version = book.version();
        PolicyForm form = kept.map(typed -> key.isEmpty() ? typed : typed.with(PolicyForm.KEY, key))
                .orElseGet(
                        () -> line.map(one -> PolicyForm.of(one, version)).orElseGet(() -> PolicyForm.fresh(version)));
        boolean stale = form.version() != version;
        PolicyWords words = reading.words(visit);
        boolean again = visit.value("igen").isPresent();
        visit.show(
                "policy/form",
                new LineFormPage(
                        key.isEmpty() ? visit.text("policy.form.new") : visit.text("policy.form.change", key),
                        base(key),
                        key.isEmpty(),
                        form.with(PolicyForm.VERSION, Integer.toString(version)),
                        words.places().groups(form.text(PolicyForm.PLACE)),
                        capacities(words, form.text(PolicyForm.WHO)),
                        markings(words, form.text(PolicyForm.MARKING)),
                        degrees(words, form.text(PolicyForm.DEGREE)),
                        kept.isPresent() && !again ? problems(visit, form, lines, key) : List.of(),
                        stale,
                        stale ? Difference.between(book.linesOfVersion(form.version()), lines, words) : List.of()));
    }

    private static List<LineFormPage.Choice> capacities(PolicyWords words, String chosen) {
        return Arrays.stream(Capacity.values())
                .filter(who -> who != Capacity.NONE)
                .map(who -> new LineFormPage.Choice(
                        who.name(), words.capacity(who), who.name().equals(chosen)))
                .toList();
    }

    private static List<LineFormPage.Choice> markings(PolicyWords words, String chosen) {
        String language = words.language().getTag();
        Stream<LineFormPage.Choice> wide = Stream.of(
                new LineFormPage.Choice(
                        PolicyForm.ANY_EVENT,
                        words.text("policy.form.marking.none"),
                        chosen.equals(PolicyForm.ANY_EVENT)),
                new LineFormPage.Choice(
                        PolicyLine.ANY_MARKING,
                        words.text("policy.form.marking.any"),
                        chosen.equals(PolicyLine.ANY_MARKING)));
        Stream<LineFormPage.Choice> provisions = Provisions.shipped().all().stream()
                .filter(Provision::marks)
                .map(one -> new LineFormPage.Choice(
                        one.code(),
                        one.code() + " – " + one.area().in(language),
                        one.code().equals(chosen)));
        return Stream.concat(wide, provisions).toList();
    }

    private static List<LineFormPage.Degree> degrees(PolicyWords words, String chosen) {
        return Arrays.stream(Degree.values())
                .map(degree -> new LineFormPage.Degree(
                        degree.name(),
                        words.degree(degree),
                        words.text("policy.degree." + degree + ".help"),
                        degree.name().equals(chosen)))
                .toList();
    }

    /** Looks at what was typed: the next page is the form with what is wrong, or the change as it would be sent. */
    void check(Visit visit, StaffId keeper, String key) {
        PolicyForm form = typed(PolicyForm.of(visit), key);
        boolean right = problems(visit, form, book.lines(), key).isEmpty() && form.version() == book.version();
        visit.seeOther(
                base(key) + (right ? "/" + REVIEW + "?" : "?") + seal.query(form, keeper) + (right ? "" : "#fel"));
    }

    private static PolicyForm typed(PolicyForm form, String key) {
        return key.isEmpty() ? form : form.with(PolicyForm.KEY, key);
    }

    // ---- the look before it is sent

    void review(Visit visit, StaffId keeper, String key, String page) throws ServletException, IOException {
        requireReview(page);
        Optional<PolicyForm> kept = seal.open(visit, keeper).map(form -> typed(form, key));
        List<PolicyLine> lines = book.lines();
        if (kept.isEmpty()) {
            visit.seeOther(base(key));
            return;
        }
        PolicyForm form = kept.get();
        if (form.version() != book.version()
                || !problems(visit, form, lines, key).isEmpty()) {
            visit.seeOther(base(key) + "?" + seal.query(form, keeper) + "#fel");
            return;
        }
        List<PolicyLine> planned = with(lines, key, form.line());
        visit.show(
                "policy/review",
                new ReviewPage(
                        base(key) + "/" + REVIEW,
                        base(key) + "?igen=1&" + seal.query(form, keeper),
                        seal.seal(form, keeper),
                        book.loosens(planned),
                        form.reason(),
                        Difference.between(lines, planned, reading.words(visit)),
                        effects.of(visit, planned, base(key) + "/" + REVIEW, seal.seal(form, keeper))));
    }

    void send(Visit visit, StaffId keeper, String key, String page) {
        requireReview(page);
        PolicyForm form =
                seal.open(visit, keeper).map(kept -> typed(kept, key)).orElseThrow(() -> Refusal.badRequest("typed"));
        List<PolicyLine> lines = book.lines();
        if (problems(visit, form, lines, key).isEmpty()
                && propose(visit, keeper, form, with(lines, key, form.line()))) {
            return;
        }
        visit.seeOther(base(key) + "?" + seal.query(form, keeper) + "#fel");
    }

    private static void requireReview(String page) {
        if (!page.equals(REVIEW)) {
            throw Refusal.notFound();
        }
    }

    // ---- the question before a rule is removed

    void askToRemove(Visit visit, StaffId keeper, String key) throws ServletException, IOException {
        List<PolicyLine> lines = book.lines();
        Optional<PolicyLine> line = find(lines, key);
        if (line.isEmpty()) {
            visit.seeOther(PolicyServlet.PATH + "?klart=borta");
            return;
        }
        PolicyWords words = reading.words(visit);
        int version = book.version();
        Optional<PolicyForm> kept = seal.open(visit, keeper);
        boolean stale = kept.isPresent() && kept.get().version() != version;
        List<LineFormPage.Problem> problems =
                kept.isPresent() && !(stale && kept.get().reasonFault().isEmpty())
                        ? removalProblems(visit, kept.get(), without(lines, key))
                        : List.of();
        visit.show(
                "policy/remove",
                new RemovePage(
                        RulePages.address(key) + "/ta-bort",
                        RulePages.row(line.get(), words, SwedishTime.today(clock)),
                        words.places().title(line.get().place()),
                        version,
                        book.loosens(without(lines, key)),
                        stale,
                        effects.of(
                                visit,
                                without(lines, key),
                                RulePages.address(key) + "/ta-bort",
                                kept.map(form -> seal.seal(form, keeper)).orElse("")),
                        kept.map(PolicyForm::reason).orElse(""),
                        problems));
    }

    void remove(Visit visit, StaffId keeper, String key) {
        PolicyForm form = PolicyForm.of(visit);
        List<PolicyLine> lines = book.lines();
        if (find(lines, key).isEmpty()) {
            visit.seeOther(PolicyServlet.PATH + "?klart=borta");
        } else if (!removalProblems(visit, form, without(lines, key)).isEmpty()
                || !propose(visit, keeper, form, without(lines, key))) {
            visit.seeOther(RulePages.address(key) + "/ta-bort?" + seal.query(form, keeper) + "#fel");
        }
    }

    private List<LineFormPage.Problem> removalProblems(Visit visit, PolicyForm form, List<PolicyLine> planned) {
        List<LineFormPage.Problem> problems = new ArrayList<>();
        form.reasonFault().ifPresent(fault -> problems.add(problem(visit, fault)));
        book.faults(planned).forEach(fault -> problems.add(ofOther(visit, fault)));
        return problems;
    }

    // ---- what they share

    /** Whether it was taken; then the next page is the change's. */
    private boolean propose(Visit visit, StaffId keeper, PolicyForm form, List<PolicyLine> planned) {
        try {
            PolicyChange change = book.propose(Long.toString(keeper.value()), form.version(), planned, form.reason());
            String done = change.state() == PolicyChange.State.WAITING ? "vantar" : "galler";
            visit.seeOther(PolicyServlet.CHANGES + "/" + change.id() + "?klart=" + done);
            return true;
        } catch (PolicyRefused refused) {
            // changed by somebody else at this moment; the form tells what
            return false;
        }
    }

    private List<LineFormPage.Problem> problems(Visit visit, PolicyForm form, List<PolicyLine> lines, String key) {
        PolicyLine line = form.line();
        List<PolicyLine> planned = with(lines, key, line);
        List<PolicyForm.Fault> faults = new ArrayList<>(form.faults());
        boolean readable = faults.stream().allMatch(fault -> fault.field().equals(PolicyForm.REASON));
        List<LineFormPage.Problem> others = new ArrayList<>();
        for (LineFault fault : book.faults(planned)) {
            if (!fault.key().equals(line.key())) {
                others.add(ofOther(visit, fault));
            } else if (readable || fault.kind() != LineFault.Kind.SAME_AS_OTHER) {
                faults.addAll(form.faults(fault.kind()));
            }
        }
        if (faults.isEmpty() && Set.copyOf(planned).equals(Set.copyOf(lines))) {
            faults.add(new PolicyForm.Fault(PolicyForm.PLACE, "policy.fault.unchanged"));
        }
        return Stream.concat(faults.stream().sorted().map(fault -> problem(visit, fault)), others.stream())
                .distinct()
                .toList();
    }

    private static LineFormPage.Problem problem(Visit visit, PolicyForm.Fault fault) {
        return new LineFormPage.Problem(fault.field(), visit.text(fault.key()));
    }

    /** A rule that stands since long and can no longer: its case type is gone, for instance. */
    private static LineFormPage.Problem ofOther(Visit visit, LineFault fault) {
        return new LineFormPage.Problem(
                "", visit.text("policy.fault.other", fault.key(), visit.text("policy.fault." + fault.kind())));
    }

    private static String base(String key) {
        return key.isEmpty() ? PolicyServlet.NEW : RulePages.address(key) + "/andra";
    }

    private static Optional<PolicyLine> find(List<PolicyLine> lines, String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    private static List<PolicyLine> without(List<PolicyLine> lines, String key) {
        return lines.stream().filter(line -> !line.key().equals(key)).toList();
    }

    /** The typed rule comes last, so that it is the one that is told of when it says the same as another. */
    private static List<PolicyLine> with(List<PolicyLine> lines, String key, PolicyLine line) {
        return Stream.concat(without(lines, key).stream(), Stream.of(line)).toList();
    }
}
