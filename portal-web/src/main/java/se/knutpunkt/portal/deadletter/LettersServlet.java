package se.knutpunkt.portal.deadletter;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.deadletter.Letter;
import se.knutpunkt.hub.deadletter.LetterBounds;
import se.knutpunkt.hub.deadletter.LetterFilter;
import se.knutpunkt.hub.deadletter.LetterState;
import se.knutpunkt.hub.deadletter.LetterWork;
import se.knutpunkt.hub.deadletter.LetterWorks;
import se.knutpunkt.hub.deadletter.OpenLetter;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /avvisade}: events that were refused, for system managers alone. */
@WebServlet(LettersServlet.PATH + "/*")
@MultipartConfig(
        fileSizeThreshold = LettersServlet.LONGEST_FORM,
        maxFileSize = LettersServlet.LONGEST_FORM,
        maxRequestSize = LettersServlet.LONGEST_FORM)
public class LettersServlet extends PageServlet {
    static final String PATH = "/avvisade";
    /** A document of the largest size, set out in lines. Kept in memory: nothing of it is written to a disk. */
    static final int LONGEST_FORM = 4 * 1_048_576;

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;
    private static final int WORKS = 5;
    private static final int LONGEST_REASON = 500;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES = Set.of(
            "sant",
            "fanns",
            "igen",
            "upptagen",
            "stangt",
            "gallrat",
            "gallras",
            "sands",
            "redan",
            "sparat",
            "avbrutet");

    @EJB
    transient DeadLetters letters;

    @EJB
    transient LetterWorks works;

    @EJB
    transient SourceRegister sources;

    @EJB
    transient CaseTypes register;

    @Inject
    transient Replays replays;

    @Inject
    transient Beside beside;

    @Inject
    transient LetterBounds bounds;

    @Inject
    transient Clock clock;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        StaffId by = manager(visit);
        List<String> path = visit.segments();
        if (path.isEmpty()) {
            visit.show("deadletter/list", list(visit));
        } else if (path.size() == 1) {
            visit.show("deadletter/letter", view(visit, id(path.get(0)), by));
        } else if (path.equals(List.of("alla", "sand"))) {
            visit.show("deadletter/question", replayAll(visit));
        } else if (path.equals(List.of("alla", "gallra"))) {
            visit.show("deadletter/question", purgeAll(visit));
        } else if (path.size() == 2 && path.get(1).equals("gallra")) {
            visit.show("deadletter/question", purge(visit, id(path.get(0))));
        } else {
            throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws IOException {
        StaffId by = manager(visit);
        List<String> path = visit.segments();
        if (path.equals(List.of("sok"))) {
            visit.seeOther(PATH + "?" + query(visit).query());
        } else if (path.equals(List.of("alla", "sand"))) {
            works.ask(LetterWork.What.REPLAY, flawless(visit).filter(), last(visit), null, by);
            visit.seeOther(PATH + "?klart=sands&" + query(visit).query());
        } else if (path.equals(List.of("alla", "gallra"))) {
            purgeAll(visit, by);
        } else if (path.size() == 2) {
            one(visit, id(path.get(0)), path.get(1), by);
        } else {
            throw Refusal.notFound();
        }
    }

    private void one(Visit visit, long id, String what, StaffId by) {
        String address = PATH + "/" + id;
        switch (what) {
            case "sand" ->
                visit.seeOther(
                        address + "?klart=" + replays.replay(id, null, by).code() + "#resultat");
            case "ratta" ->
                visit.seeOther(address + "?klart="
                        + replays.replay(id, text(visit), by).code() + "#resultat");
            case "gallra" -> {
                String reason = reason(visit);
                if (reason.isEmpty()) {
                    visit.seeOther(address + "/gallra?fel=1");
                } else {
                    visit.seeOther(address + "?klart=" + (letters.purge(id, reason, by) ? "gallrat" : "redan"));
                }
            }
            default -> throw Refusal.notFound();
        }
    }

    /** What was typed is kept with the letter; it is sent by whoever has logged in again. */
    @Override
    protected boolean keep(Visit visit, Login lapsed) {
        List<String> path = visit.segments();
        return lapsed.has(StaffRole.SYSTEM_MANAGER)
                && path.size() == 2
                && path.get(1).equals("ratta")
                && letters.keepDraft(id(path.get(0)), text(visit));
    }

    private void purgeAll(Visit visit, StaffId by) {
        String reason = reason(visit);
        if (reason.isEmpty()) {
            visit.seeOther(PATH + "/alla/gallra?fel=1&" + query(visit).query());
            return;
        }
        works.ask(LetterWork.What.PURGE, flawless(visit).filter(), last(visit), reason, by);
        visit.seeOther(PATH + "?klart=gallras&" + query(visit).query());
    }

    private LetterList list(Visit visit) {
        LetterQuery asked = query(visit);
        LetterFilter filter = asked.filter();
        Long before = visit.value("fore")
                .filter(value -> ID.matcher(value).matches())
                .map(Long::valueOf)
                .orElse(null);
        List<Letter> found = letters.list(filter, before, PAGE + 1);
        LetterWriter writer = writer(visit);
        LocalDate since = SwedishTime.today(clock).minusDays(bounds.kept().toDays());
        return writer.list(
                asked,
                found.subList(0, Math.min(found.size(), PAGE)),
                found.size() > PAGE,
                before != null,
                letters.count(filter),
                asked.faults().isEmpty() && isBulk(filter),
                letters.waiting(),
                letters.over(since),
                works.latest(WORKS),
                done(visit));
    }

    /** Whether something waits among what is listed: only that is replayed or purged together. */
    private boolean isBulk(LetterFilter filter) {
        boolean waiting = filter.state() == null || filter.state() == LetterState.WAITING;
        return waiting && works.preview(filter).letters() > 0;
    }

    private LetterView view(Visit visit, long id, StaffId by) {
        OpenLetter letter = letters.open(id, by).orElseThrow(Refusal::notFound);
        return writer(visit).view(letter, beside.of(letter, by), done(visit));
    }

    private LetterQuestion replayAll(Visit visit) {
        LetterQuery asked = flawless(visit);
        LetterWorks.Preview preview = works.preview(asked.filter());
        return writer(visit)
                .question(
                        "letters.all.replay",
                        preview,
                        asked,
                        false,
                        "",
                        PATH + "/alla/sand",
                        PATH + "?" + asked.query());
    }

    private LetterQuestion purgeAll(Visit visit) {
        LetterQuery asked = flawless(visit);
        LetterWorks.Preview preview = works.preview(asked.filter());
        String fault = visit.value("fel").isPresent() ? visit.text("letters.purge.reason.missing") : "";
        return writer(visit)
                .question(
                        "letters.all.purge",
                        preview,
                        asked,
                        true,
                        fault,
                        PATH + "/alla/gallra",
                        PATH + "?" + asked.query());
    }

    private LetterQuestion purge(Visit visit, long id) {
        Letter letter = letters.list(LetterFilter.ALL, id + 1, 1).stream()
                .filter(one -> one.id() == id && one.state() != LetterState.PURGED)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        String fault = visit.value("fel").isPresent() ? visit.text("letters.purge.reason.missing") : "";
        return writer(visit).purging(letter, query(visit), fault);
    }

    private LetterWriter writer(Visit visit) {
        Map<String, Name> systems = new TreeMap<>();
        sources.all()
                .forEach(source ->
                        systems.put(source.settings().code(), source.settings().name()));
        Map<String, Name> types = new TreeMap<>();
        register.all().forEach(type -> types.put(type.code(), type.name()));
        return new LetterWriter(visit, systems, types, bounds.kept().toDays());
    }

    private LetterQuery query(Visit visit) {
        return LetterQuery.of(visit, SwedishTime.today(clock));
    }

    /** What is wrong is left out of a filter: what is listed is then more than was meant, and not to be done away with. */
    private LetterQuery flawless(Visit visit) {
        LetterQuery asked = query(visit);
        if (!asked.faults().isEmpty()) {
            throw Refusal.notFound();
        }
        return asked;
    }

    private static String done(Visit visit) {
        return visit.value("klart").filter(MESSAGES::contains).orElse("");
    }

    private static String text(Visit visit) {
        // a browser ends lines with CR LF
        return visit.value("dokument").orElse("").replace("\r\n", "\n");
    }

    private static String reason(Visit visit) {
        String typed = visit.value("skal").map(String::strip).orElse("");
        return typed.length() <= LONGEST_REASON ? typed : typed.substring(0, LONGEST_REASON);
    }

    private static long last(Visit visit) {
        return id(visit.value("sista").orElse(""));
    }

    private static StaffId manager(Visit visit) {
        return visit.visitor().requireStaff(StaffRole.SYSTEM_MANAGER).staff().orElseThrow();
    }

    private static long id(@Nullable String text) {
        if (text == null || !ID.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }
}
