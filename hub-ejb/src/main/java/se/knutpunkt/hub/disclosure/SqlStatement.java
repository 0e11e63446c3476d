package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.register.Authority;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.representation.Representations;

/** The statement by plain SQL, see {@link ScopeSql}. */
@Stateless
public class SqlStatement implements Statement {

    private static final int LARGEST_PAGE = 200;

    @Inject
    Scopes scopes;

    @Inject
    StatementReader rows;

    @EJB
    AccessLog log;

    @EJB
    SourceSystems sources;

    @EJB
    CaseTypes caseTypes;

    @Inject
    Clock clock;

    @Override
    public StatementPage page(Viewer.Citizen reader, StatementQuery query) {
        return page(scopes.of(reader), reader, query);
    }

    @Override
    public StatementOverview overview(Viewer.Citizen reader, StatementQuery query) {
        Representations.Standing standing = scopes.standing(reader);
        List<Scope> all = scopes.of(reader, standing);
        return new StatementOverview(
                page(all, reader, query),
                rows.waiting(all, reader),
                whom(all),
                rows.unread(all, reader),
                lateSources(all),
                standing);
    }

    @Override
    public List<StatementRow> needsAction(Viewer.Citizen reader) {
        return rows.waiting(scopes.of(reader), reader);
    }

    @Override
    public List<Whom> whom(Viewer.Citizen reader) {
        return whom(scopes.of(reader));
    }

    @Override
    public int unread(Viewer.Citizen reader) {
        return rows.unread(scopes.of(reader), reader);
    }

    @Override
    public List<LateSource> lateSources(Viewer.Citizen reader) {
        return lateSources(scopes.of(reader));
    }

    private StatementPage page(List<Scope> all, Viewer.Citizen reader, StatementQuery query) {
        List<Scope> wanted = all.stream()
                .filter(scope -> query.whom() == null || scope.whom().party().equals(query.whom()))
                .toList();
        Cursor after = query.before() == null ? Cursor.START : Cursor.of(query.before());
        int size = Math.max(1, Math.min(query.size(), LARGEST_PAGE));
        String search = query.search();
        StatementPage page = search == null || search.isBlank()
                ? rows.page(wanted, reader, after, size)
                : rows.search(wanted, reader, new StatementSearch(search, after, size));
        noteLooksAtOthers(reader, page, all.get(0).logName());
        return page;
    }

    /** One's own list is one's own business; a look at someone else's is noted once for each person and page. */
    private void noteLooksAtOthers(Viewer.Citizen reader, StatementPage page, String rule) {
        Set<Whom> others = page.rows().stream()
                .map(StatementRow::whom)
                .filter(whom -> !whom.self())
                .collect(Collectors.toSet());
        log.noteAll(others.stream()
                .map(other -> new Look(
                        reader.logName(),
                        other.capacity().name(),
                        Purpose.MY_PAGES.name(),
                        "statement",
                        other.party(),
                        rule))
                .toList());
    }

    private static List<Whom> whom(List<Scope> all) {
        return all.stream().map(Scope::whom).toList();
    }

    private List<LateSource> lateSources(List<Scope> all) {
        Set<String> seen =
                all.stream().flatMap(scope -> scope.caseTypes().stream()).collect(Collectors.toSet());
        Instant now = clock.instant();
        List<SourceSystem> late = sources.all().stream()
                .filter(source -> source.isLate(now))
                .filter(source -> source.caseTypes().stream().anyMatch(seen::contains))
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        Map<String, Name> names =
                caseTypes.authorities().stream().collect(Collectors.toMap(Authority::code, Authority::name));
        List<CaseType> types = caseTypes.all();
        return late.stream()
                .map(source -> new LateSource(
                        source.name(),
                        names.getOrDefault(source.authority(), source.name()),
                        source.lastHeard(),
                        types.stream()
                                .filter(type -> source.caseTypes().contains(type.code()))
                                .filter(type -> seen.contains(type.code()))
                                .map(CaseType::name)
                                .toList()))
                .toList();
    }
}
