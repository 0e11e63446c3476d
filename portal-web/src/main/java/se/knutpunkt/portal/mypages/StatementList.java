package se.knutpunkt.portal.mypages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.submission.Receipt;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.disclosure.InvalidCursor;
import se.knutpunkt.hub.disclosure.Statement;
import se.knutpunkt.hub.disclosure.StatementOverview;
import se.knutpunkt.hub.disclosure.StatementPage;
import se.knutpunkt.hub.disclosure.StatementQuery;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.disclosure.Whom;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.representation.Representations;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Role;

/** Puts Mina sidor together: a fixed number of questions to the hub, however long the list is. */
@Dependent
class StatementList {
    static final int ROWS = 50;
    static final int RECEIPTS_SHOWN = 4;
    static final String WORDS = "words";

    private static final Representations.Standing NOBODY = new Representations.Standing(List.of(), false);

    private final Statement statement;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Representations representations;
    private final WhoKeys keys;
    private final RedirectSeal seal;
    private final Clock clock;

    @Inject
    StatementList(
            Statement statement,
            Drafts drafts,
            Submissions submissions,
            Representations representations,
            WhoKeys keys,
            RedirectSeal seal,
            Clock clock) {
        this.statement = statement;
        this.drafts = drafts;
        this.submissions = submissions;
        this.representations = representations;
        this.keys = keys;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Mina sidor of a reader.
     *
     * @param acting whom the reader acts for: then that person's alone is shown; null for the reader's own, which is
     *     everybody's together or one person's by the address
     */
    ListPage page(PartyId party, @Nullable Represented acting, ListAddress asked, String notice, Wording wording) {
        ListAddress wanted = acting == null ? asked : asked.ofNobody();
        Optional<String> words = searched(wanted, party);
        boolean expired = wanted.isSearch() && words.isEmpty();
        ListAddress address = expired ? wanted.withoutSearch() : wanted;
        StatementOverview seen = look(party, acting, address, words.orElse(null));
        Whom whom = acting == null
                ? keys.find(address.who(), party, seen.whom())
                : new Whom(acting.party(), capacity(acting, seen), acting.name(), acting.label());
        boolean front = address.isFront();
        Representations.Standing others = seen.standing();
        return new ListPage(
                expired ? wording.text("mypages.search.expired") : notice,
                todo(seen, whom, wording),
                front ? drafts(party, acting, wording) : List.of(),
                acting == null ? filter(party, seen.whom(), address, wording) : List.of(),
                search(address, words.orElse("")),
                seen.unread() == 0 ? "" : wording.text("mypages.unread", seen.unread()),
                seen.lateSources().stream()
                        .map(source -> wording.late(source, clock))
                        .toList(),
                Line.Month.group(seen.page().rows(), wording),
                empty(address, words.orElse(""), whom, seen.page(), wording),
                paging(address, seen.page()),
                front ? receipts(party, acting, wording) : ListPage.Receipts.NONE,
                others.all().stream()
                        .map(other -> actFor(party, other, address.who(), wording))
                        .toList(),
                others.stale() ? wording.text("mypages.stale") : "");
    }

    /** The capacity by which the list would show the person; the relation's own where it shows nothing. */
    private static Capacity capacity(Represented acting, StatementOverview seen) {
        return seen.whom().stream()
                .filter(whom -> whom.party().equals(acting.party()))
                .map(Whom::capacity)
                .findFirst()
                .orElse(
                        switch (acting.relation()) {
                            case GUARDIAN -> Capacity.GUARDIAN;
                            case PROXY -> Capacity.PROXY;
                            case TRUSTEE -> Capacity.TRUSTEE;
                        });
    }

    private ListPage.ActLink actFor(PartyId reader, Represented other, @Nullable String who, Wording wording) {
        String key = keys.key(reader, other.party());
        return new ListPage.ActLink(
                wording.text("mypages.act.link", Role.name(other, wording.language())),
                ActServlet.address(key),
                key.equals(who));
    }

    /** Every receipt of the role that the reader acts in, newest first. */
    List<ReceiptLine> allReceipts(PartyId party, @Nullable Represented acting, Wording wording) {
        return submissions.own(party, party(acting)).stream()
                .map(receipt -> ReceiptLine.of(receipt, wording))
                .toList();
    }

    private Optional<String> searched(ListAddress address, PartyId party) {
        return address.caseNumber() != null
                ? Optional.of(address.caseNumber())
                : Optional.ofNullable(address.sealedWords()).flatMap(value -> seal.open(value, WORDS, party));
    }

    /** On arriving the hub works all out in one go; what waits and what is unread is not told on other pages. */
    private StatementOverview look(
            PartyId party, @Nullable Represented acting, ListAddress address, @Nullable String words) {
        Viewer.Citizen reader = new Viewer.Citizen(party);
        try {
            if (acting == null && address.isFront() && address.who() == null) {
                return statement.overview(reader, StatementQuery.newest(ROWS));
            }
            List<Whom> all = statement.whom(reader);
            Whom whom = acting == null ? keys.find(address.who(), party, all) : null;
            PartyId of = whom == null ? party(acting) : whom.party();
            StatementQuery query = new StatementQuery(words, of, address.before(), ROWS);
            return new StatementOverview(
                    statement.page(reader, query),
                    address.isFront() ? statement.needsAction(reader) : List.of(),
                    all,
                    0,
                    statement.lateSources(reader),
                    acting == null && address.isFront() ? representations.standing(party) : NOBODY);
        } catch (InvalidCursor notOurs) {
            throw Refusal.badRequest("cursor");
        }
    }

    private static List<Line> todo(StatementOverview seen, @Nullable Whom whom, Wording wording) {
        return seen.needsAction().stream()
                .filter(row -> whom == null || row.whom().party().equals(whom.party()))
                .map(row -> Line.of(row, wording))
                .toList();
    }

    private static @Nullable PartyId party(@Nullable Represented acting) {
        return acting == null ? null : acting.party();
    }

    private List<DraftLine> drafts(PartyId party, @Nullable Represented acting, Wording wording) {
        return drafts.own(party, party(acting), wording.language().locale()).stream()
                .map(draft -> DraftLine.of(draft, wording))
                .toList();
    }

    private List<ListPage.WhoLink> filter(PartyId party, List<Whom> all, ListAddress address, Wording wording) {
        if (all.size() < 2) {
            return List.of();
        }
        List<ListPage.WhoLink> links = new ArrayList<>();
        links.add(new ListPage.WhoLink(
                wording.text("mypages.who.all"), address.ofWho(null).toString(), address.who() == null));
        for (Whom whom : all) {
            String key = keys.key(party, whom.party());
            links.add(new ListPage.WhoLink(
                    wording.filter(whom), address.ofWho(key).toString(), key.equals(address.who())));
        }
        return links;
    }

    private static ListPage.Search search(ListAddress address, String words) {
        return new ListPage.Search(
                words,
                address.who() == null ? "" : address.who(),
                address.withoutSearch().toString());
    }

    private static ListPage.Paging paging(ListAddress address, StatementPage rows) {
        return new ListPage.Paging(
                rows.next() == null ? "" : address.from(rows.next()).toString(),
                address.before() == null ? "" : address.from(null).toString());
    }

    private static ListPage.Empty empty(
            ListAddress address, String words, @Nullable Whom whom, StatementPage rows, Wording wording) {
        if (!words.isEmpty()) {
            return new ListPage.Empty(
                    wording.text("mypages.empty.search.title", words),
                    wording.text(rows.next() == null ? "mypages.empty.search.text" : "mypages.empty.search.more"),
                    false);
        }
        if (whom != null) {
            return new ListPage.Empty(
                    wording.text("mypages.empty.whom.title"),
                    wording.text("mypages.empty.whom.text", wording.whom(whom)),
                    false);
        }
        return new ListPage.Empty(
                wording.text("mypages.empty.title"), wording.text("mypages.empty.text"), address.isFront());
    }

    private ListPage.Receipts receipts(PartyId party, @Nullable Represented acting, Wording wording) {
        List<Receipt> all = submissions.own(party, party(acting));
        return new ListPage.Receipts(
                all.stream()
                        .limit(RECEIPTS_SHOWN)
                        .map(receipt -> ReceiptLine.of(receipt, wording))
                        .toList(),
                all.size());
    }
}
