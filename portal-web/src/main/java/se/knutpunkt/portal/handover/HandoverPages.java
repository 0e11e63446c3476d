package se.knutpunkt.portal.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.handover.Handover;
import se.knutpunkt.eforms.handover.HandoverQuery;
import se.knutpunkt.eforms.handover.HandoverState;
import se.knutpunkt.eforms.handover.HandoverStep;
import se.knutpunkt.eforms.handover.Handovers;
import se.knutpunkt.eforms.submission.SubmittedForm;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** The list of hand-overs, a single one, and what staff do with it. */
@RequestScoped
class HandoverPages {

    private static final Map<HandoverState, String> MARKS = Map.of(
            HandoverState.WAITING, "wait",
            HandoverState.DELIVERED, "wait",
            HandoverState.TAKEN, "done",
            HandoverState.REFUSED, "fail",
            HandoverState.GIVEN_UP, "fail",
            HandoverState.TAKEN_BACK, "");
    private static final Set<String> MESSAGES = Set.of("skickas", "atertagen", "redan");
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    @Inject
    Handovers handovers;

    @Inject
    Names names;

    @Inject
    Clock clock;

    void list(Visit visit) throws ServletException, IOException {
        ListFilter filter = ListFilter.of(visit);
        List<Handover> found = handovers.list(filter.query(before(visit)));
        List<Handover> shown = found.subList(0, Math.min(found.size(), HandoverQuery.PAGE));
        Map<String, String> forms = names.forms(visit);
        Map<String, String> sources = names.sources(visit);
        String next = found.size() > shown.size()
                ? filter.address() + "&fore=" + shown.get(shown.size() - 1).row()
                : "";
        visit.show(
                "handover/list",
                new HandoverList(
                        tabs(visit, filter),
                        choices(forms, filter.form()),
                        choices(sources, filter.source()),
                        shown.stream()
                                .map(one -> row(visit, one, forms, sources))
                                .toList(),
                        next,
                        filter.number(),
                        filter.code(),
                        filter.state() == HandoverState.GIVEN_UP
                                && filter.number().isEmpty()
                                && !shown.isEmpty(),
                        visit.value("skickade")
                                .filter(text -> text.matches("[0-9]{1,4}"))
                                .map(count -> visit.text("handovers.done.alla", Integer.parseInt(count)))
                                .orElse(""),
                        visit.visitor().isSystemManager(),
                        visit.value("fel").filter("nummer"::equals).isPresent()
                                ? visit.text("handovers.fault.number")
                                : ""));
    }

    /** Anything but a row's number begins at the beginning. */
    private static long before(Visit visit) {
        return visit.value("fore")
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private List<HandoverList.Tab> tabs(Visit visit, ListFilter filter) {
        Map<HandoverState, Long> counts = handovers.counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<HandoverList.Tab> tabs = new ArrayList<>();
        tabs.add(tab(visit.text("handovers.state.all"), filter.with(null), all, filter.state() == null));
        for (HandoverState state : HandoverState.values()) {
            tabs.add(tab(
                    visit.text(ListFilter.key(state)),
                    filter.with(state),
                    counts.getOrDefault(state, 0L),
                    filter.state() == state));
        }
        return tabs;
    }

    private static HandoverList.Tab tab(String title, ListFilter filter, long count, boolean current) {
        return new HandoverList.Tab(title, filter.address(), Long.toString(count), current);
    }

    private static List<HandoverList.Choice> choices(Map<String, String> names, String chosen) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(one -> new HandoverList.Choice(
                        one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                .toList();
    }

    private HandoverList.Row row(Visit visit, Handover one, Map<String, String> forms, Map<String, String> sources) {
        boolean overdue = one.isOverdue(clock.instant());
        return new HandoverList.Row(
                address(one.id()),
                one.caseNumber(),
                forms.getOrDefault(one.form(), one.form()),
                sources.getOrDefault(one.source(), one.source()),
                visit.text(ListFilter.key(one.state())),
                MARKS.get(one.state()),
                Dates.dateAndTime(one.begun(), visit.getLanguage()),
                Dates.machine(one.begun()),
                overdue ? visit.text("handovers.overdue", when(visit, one.due())) : taken(visit, one),
                overdue);
    }

    private static String taken(Visit visit, Handover one) {
        return one.takenNumber() == null ? "" : visit.text("handovers.number", one.takenNumber());
    }

    private static String when(Visit visit, Instant at) {
        return Dates.dateAndTime(at, visit.getLanguage());
    }

    private static String address(String id) {
        return HandoversServlet.PATH + "/" + id;
    }

    /** What was typed comes in the body, so that nothing that is no case number ever stands in an address. */
    void search(Visit visit) {
        String typed = visit.value("nummer").orElse("");
        ListFilter filter = ListFilter.of(visit).searching(typed);
        boolean unfit = !typed.isBlank() && filter.number().isEmpty();
        visit.seeOther(unfit ? filter.address() + "&fel=nummer#nummer" : filter.address());
    }

    void show(Visit visit, String id) throws ServletException, IOException {
        Handover one = find(id);
        String address = address(id);
        boolean registrar = visit.visitor().isRegistrar();
        String form = names.forms(visit).getOrDefault(one.form(), one.form());
        String done = visit.value("klart").filter(MESSAGES::contains).orElse("");
        visit.show(
                "handover/handover",
                new HandoverView(
                        address,
                        HandoversServlet.PATH,
                        one.caseNumber(),
                        visit.text(ListFilter.key(one.state())),
                        MARKS.get(one.state()),
                        visit.text(ListFilter.key(one.state()) + ".text"),
                        one.isOverdue(clock.instant()),
                        facts(visit, one, form),
                        handovers.steps(one).stream()
                                .map(step -> step(visit, step))
                                .toList(),
                        registrar ? address + "/innehall" : "",
                        registrar && !one.state().isSettled() ? address + "/ta-tillbaka" : "",
                        one.canBeSentAgain(),
                        done.isEmpty() ? "" : visit.text("handovers.done." + done)));
    }

    private List<HandoverView.Fact> facts(Visit visit, Handover one, String form) {
        List<HandoverView.Fact> facts = new ArrayList<>();
        facts.add(fact(visit, "form", form));
        facts.add(fact(visit, "source", names.sources(visit).getOrDefault(one.source(), one.source())));
        facts.add(fact(visit, "format", one.format().name()));
        facts.add(fact(visit, "begun", when(visit, one.begun())));
        facts.add(fact(visit, "due", when(visit, one.due())));
        if (one.takenNumber() != null) {
            facts.add(fact(visit, "taken", one.takenNumber()));
        }
        facts.add(fact(visit, "id", one.id()));
        return facts;
    }

    private static HandoverView.Fact fact(Visit visit, String key, String text) {
        return new HandoverView.Fact(visit.text("handovers.fact." + key), text);
    }

    private static HandoverView.Step step(Visit visit, HandoverStep step) {
        String what = visit.text("handovers.step." + step.what(), step.by());
        return new HandoverView.Step(
                when(visit, step.at()),
                Dates.machine(step.at()),
                step.failure() == null ? what : what + " " + failure(visit, step.failure()),
                step.words());
    }

    private static String failure(Visit visit, @Nullable Failure failure) {
        if (failure == null) {
            return "";
        }
        String what = visit.text("handovers.failure." + failure.kind(), failure.status());
        return failure.isTurnedAway() ? what + " " + visit.text("handovers.failure.turned") : what;
    }

    void content(Visit visit, String id, StaffId who) throws ServletException, IOException {
        Handover one = find(id);
        SubmittedForm sent =
                handovers.content(one, who, visit.getLanguage().locale()).orElseThrow(Refusal::notFound);
        visit.show(
                "handover/content",
                new ContentView(
                        address(id),
                        one.caseNumber(),
                        sent.form().title().in(visit.getLanguage().locale()),
                        sent.sections().stream()
                                .map(section -> new ContentView.Section(
                                        section.title(),
                                        section.answers().stream()
                                                .map(row -> new HandoverView.Fact(row.label(), row.text()))
                                                .toList()))
                                .toList()));
    }

    void sendAgain(Visit visit, String id, StaffId by) {
        find(id);
        visit.seeOther(address(id) + "?klart=" + (handovers.sendAgain(id, by) ? "skickas" : "redan"));
    }

    void sendGivenUpAgain(Visit visit, StaffId by) {
        HandoverQuery query = ListFilter.of(visit).query(0);
        int sent = handovers.sendGivenUpAgain(query.form(), query.source(), by);
        visit.seeOther(HandoversServlet.PATH + "?lage=" + ListFilter.code(HandoverState.WAITING) + "&skickade=" + sent);
    }

    void askTakeBack(Visit visit, String id) throws ServletException, IOException {
        Handover one = find(id);
        if (one.state().isSettled()) {
            visit.seeOther(address(id) + "?klart=redan");
            return;
        }
        visit.show("handover/take-back", question(visit, one, "", ""));
    }

    private TakeBackPage question(Visit visit, Handover one, String reason, String fault) {
        return new TakeBackPage(
                address(one.id()),
                one.caseNumber(),
                names.sources(visit).getOrDefault(one.source(), one.source()),
                reason,
                fault);
    }

    /** Asks again without a redirect when the reason does not fit: it may be personal, and so stands in no address. */
    void takeBack(Visit visit, String id, StaffId by) throws ServletException, IOException {
        Handover one = find(id);
        String reason = visit.value("skal").map(String::strip).orElse("");
        int length = reason.codePointCount(0, reason.length());
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            visit.show(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "handover/take-back",
                    question(visit, one, reason, visit.text("handovers.fault.reason")));
            return;
        }
        visit.seeOther(address(id) + "?klart=" + (handovers.takeBack(id, reason, by) ? "atertagen" : "redan"));
    }

    private Handover find(String id) {
        return handovers.find(id).orElseThrow(Refusal::notFound);
    }
}
