package se.knutpunkt.portal.registrar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.diary.Diary;
import se.knutpunkt.hub.diary.DiaryItemId;
import se.knutpunkt.hub.diary.DiaryPage;
import se.knutpunkt.hub.diary.DiaryQuery;
import se.knutpunkt.hub.diary.DiaryRow;
import se.knutpunkt.hub.diary.DiaryState;
import se.knutpunkt.hub.diary.InvalidDiaryCursor;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.register.Authority;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** The list of documents, its search and what can be done with several at once. */
@RequestScoped
public class QueuePage {

    private static final Set<String> MESSAGES = Set.of("export", "ringa", "angrat");
    private static final Set<String> ERRORS = Set.of("andrad", "forsent", "inga", "skal", "personnummer");

    @Inject
    Diary diary;

    @Inject
    CaseTypes caseTypes;

    @Inject
    SearchText searches;

    void show(Visit visit, StaffId registrar) throws ServletException, IOException {
        QueueFilter filter = filter(visit);
        String before = visit.value("fore").orElse(null);
        DiaryPage found;
        try {
            found = diary.list(
                    registrar,
                    new DiaryQuery(
                            filter.tab().state(), filter.authority(), filter.text(), before, DiaryQuery.LARGEST));
        } catch (InvalidDiaryCursor stale) {
            throw Refusal.notFound();
        }
        visit.show("registrar/queue", view(visit, filter, found));
    }

    void act(Visit visit, StaffId registrar, String action) {
        QueueFilter filter = filter(visit);
        switch (action) {
            case "sok" -> search(visit, filter);
            case "markerade" ->
                decide(visit, registrar, filter, visit.value("gor").orElse(""));
            case "angra" -> {
                List<DiaryItemId> ids =
                        Documents.split(visit.value("handlingar").orElse(""));
                diary.undo(registrar, ids);
                answer(visit, filter, ids, "angrat");
            }
            default -> throw Refusal.notFound();
        }
    }

    private void search(Visit visit, QueueFilter filter) {
        String typed = visit.value("q").orElse("");
        String address =
                filter.searching(searches.parameter(typed).orElse(null)).address();
        visit.seeOther(searches.isPersonal(typed) ? address + "&fel=personnummer" : address);
    }

    private void decide(Visit visit, StaffId registrar, QueueFilter filter, String decision) {
        List<DiaryItemId> ids = marked(visit);
        String reason = visit.value("skal").orElse("");
        if (decision.equals("ringa") && !ids.isEmpty() && !Reasons.fits(reason)) {
            visit.seeOther(filter.address() + "&fel=skal");
            return;
        }
        if (!ids.isEmpty()) {
            switch (decision) {
                case "export" -> diary.export(registrar, ids);
                case "ringa" -> diary.notNeeded(registrar, ids, reason);
                default -> throw Refusal.badRequest("decision");
            }
        }
        answer(visit, filter, ids, decision.equals("export") ? "export" : "ringa");
    }

    private static List<DiaryItemId> marked(Visit visit) {
        return Documents.ids(visit.values().getOrDefault("handling", List.of()));
    }

    private static void answer(Visit visit, QueueFilter filter, List<DiaryItemId> ids, String done) {
        visit.seeOther(filter.address()
                + (ids.isEmpty() ? "&fel=inga" : "&klart=" + done + "&handlingar=" + Documents.joined(ids)));
    }

    private QueueFilter filter(Visit visit) {
        Set<String> codes =
                caseTypes.authorities().stream().map(Authority::code).collect(Collectors.toSet());
        return QueueFilter.of(visit, codes, searches);
    }

    private QueueView view(Visit visit, QueueFilter filter, DiaryPage found) {
        String language = visit.getLanguage().getTag();
        Map<String, String> authorities = caseTypes.authorities().stream()
                .collect(Collectors.toMap(
                        Authority::code, authority -> authority.name().in(language)));
        String done = visit.value("klart").filter(MESSAGES::contains).orElse("");
        List<DiaryItemId> ids = Documents.split(visit.value("handlingar").orElse(""));
        return new QueueView(
                tabs(visit, filter),
                filter.tab(),
                choices(filter, authorities),
                filter.text() == null ? "" : filter.text(),
                parameter(filter),
                found.rows().stream().map(row -> row(visit, row, authorities)).toList(),
                found.next() == null ? null : filter.address() + "&fore=" + found.next(),
                diary.exports(),
                done.equals("ringa") ? Documents.joined(ids) : "",
                done.isEmpty() || ids.isEmpty() ? "" : visit.text("registrar.queue.done." + done, ids.size()),
                visit.value("fel")
                        .filter(ERRORS::contains)
                        .map(error -> visit.text("registrar.queue.error." + error))
                        .orElse(""));
    }

    private List<QueueView.TabView> tabs(Visit visit, QueueFilter filter) {
        Map<DiaryState, Long> counts = diary.counts(filter.authority());
        List<QueueView.TabView> tabs = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            tabs.add(new QueueView.TabView(
                    visit.text("registrar.queue.tab." + tab.getCode()),
                    filter.with(tab).address(),
                    counts.getOrDefault(tab.state(), 0L),
                    tab == filter.tab()));
        }
        return tabs;
    }

    private static List<QueueView.Choice> choices(QueueFilter filter, Map<String, String> authorities) {
        return authorities.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(authority -> new QueueView.Choice(
                        authority.getKey(),
                        authority.getValue(),
                        authority.getKey().equals(filter.authority())))
                .toList();
    }

    private static QueueView.Choice parameter(QueueFilter filter) {
        @Nullable String search = filter.search();
        if (search == null) {
            return new QueueView.Choice("", "", false);
        }
        String name = search.substring(0, search.indexOf('='));
        String text = name.equals("nummer") ? String.valueOf(filter.text()) : search.substring(name.length() + 1);
        return new QueueView.Choice(text, name, true);
    }

    private static QueueView.RowView row(Visit visit, DiaryRow row, Map<String, String> authorities) {
        StateText state = StateText.of(visit, row);
        return new QueueView.RowView(
                row.id().toString(),
                Dates.day(row.receivedAt(), visit.getLanguage())
                        + " "
                        + Dates.time(row.receivedAt(), visit.getLanguage()),
                Dates.machine(row.receivedAt()),
                row.title(),
                visit.text("registrar.sender." + row.senderKind().name()),
                row.caseNumber(),
                authorities.getOrDefault(row.authority(), row.authority()),
                state.words(),
                state.cssClass());
    }
}
