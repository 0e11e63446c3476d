package se.knutpunkt.portal.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyBook;
import se.knutpunkt.hub.policy.PolicyChange;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Visit;

/** The rules in force, and which of them are shown. */
@RequestScoped
public class RulePages {
    private static final String PLACE = "plats";
    private static final String WHO = "vem";
    private static final String SEARCH = "sok";

    @EJB
    PolicyBook book;

    @Inject
    Reading reading;

    @Inject
    TypedSeal seal;

    @Inject
    Clock clock;

    void show(Visit visit, boolean keeper) throws ServletException, IOException {
        PolicyWords words = reading.words(visit);
        List<PolicyLine> lines = book.lines();
        @Nullable Place place = visit.value(PLACE).flatMap(PolicyForm::place).orElse(null);
        @Nullable Capacity who = visit.value(WHO).flatMap(PolicyForm::capacity).orElse(null);
        String searched = seal.searched(visit.value(SEARCH).orElse(""));
        List<PolicyLine> shown = lines.stream()
                .filter(line -> place == null || line.place().equals(place))
                .filter(line -> who == null || line.capacity() == who)
                .filter(line -> matches(searched, line, words))
                .toList();
        PolicyChange inForce = book.inForce();
        visit.show(
                "policy/rules",
                new RulesPage(
                        groups(shown, words),
                        lines.size(),
                        visit.text("policy.list.found", Integer.toString(shown.size()), Integer.toString(lines.size())),
                        version(visit, inForce),
                        PolicyServlet.CHANGES + "/" + inForce.id(),
                        places(lines, place, words),
                        capacities(lines, who, words),
                        searched,
                        place != null || who != null || !searched.isEmpty(),
                        book.waiting().size(),
                        keeper,
                        visit.value("klart").filter("borta"::equals).isPresent()
                                ? visit.text("policy.done.borta")
                                : ""));
    }

    void search(Visit visit) {
        Map<String, String> asked = new LinkedHashMap<>();
        visit.value(PLACE).flatMap(PolicyForm::place).ifPresent(place -> asked.put(PLACE, PolicyForm.code(place)));
        visit.value(WHO).flatMap(PolicyForm::capacity).ifPresent(who -> asked.put(WHO, who.name()));
        String words = seal.search(visit.value("q").orElse(""));
        if (!words.isEmpty()) {
            asked.put(SEARCH, words);
        }
        String query = asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        visit.seeOther(PolicyServlet.PATH + (query.isEmpty() ? "" : "?" + query));
    }

    private String version(Visit visit, PolicyChange inForce) {
        PolicyChange.Decided decided = inForce.decided();
        Instant since = decided == null ? inForce.proposedAt() : decided.at();
        String when = visit.text(
                "policy.version",
                Integer.toString(Optional.ofNullable(inForce.version()).orElse(0)),
                Reading.at(visit, since));
        String proposer = reading.name(visit, inForce.proposedBy());
        return when
                + " "
                + (decided == null
                        ? visit.text("policy.version.by", proposer)
                        : visit.text("policy.version.both", proposer, reading.name(visit, decided.by())));
    }

    private List<RulesPage.Group> groups(List<PolicyLine> lines, PolicyWords words) {
        LocalDate today = SwedishTime.today(clock);
        Map<Place, List<RulesPage.Row>> byPlace = new LinkedHashMap<>();
        lines.forEach(line -> byPlace.computeIfAbsent(line.place(), place -> new ArrayList<>())
                .add(row(line, words, today)));
        return byPlace.entrySet().stream()
                .map(one -> new RulesPage.Group(words.places().title(one.getKey()), one.getValue()))
                .toList();
    }

    static RulesPage.Row row(PolicyLine line, PolicyWords words, LocalDate today) {
        LocalDate from = line.from();
        boolean early = from != null && today.isBefore(from);
        return new RulesPage.Row(
                line.key(),
                address(line.key()),
                words.sentence(line),
                line.words(),
                words.degree(line.degree()),
                PolicyWords.mark(line.degree()),
                line.ground().toString(),
                line.holdsOn(today) ? "" : words.text(early ? "policy.days.early" : "policy.days.past"));
    }

    static String address(String key) {
        return PolicyServlet.PATH + "/rad/" + encoded(key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<LineFormPage.Choice> places(List<PolicyLine> lines, @Nullable Place chosen, PolicyWords words) {
        Set<Place> places = lines.stream().map(PolicyLine::place).collect(Collectors.toCollection(TreeSet::new));
        return places.stream()
                .map(place -> new LineFormPage.Choice(
                        PolicyForm.code(place), words.places().title(place), place.equals(chosen)))
                .toList();
    }

    private static List<LineFormPage.Choice> capacities(
            List<PolicyLine> lines, @Nullable Capacity chosen, PolicyWords words) {
        return lines.stream()
                .map(PolicyLine::capacity)
                .distinct()
                .sorted()
                .map(who -> new LineFormPage.Choice(who.name(), words.capacity(who), who == chosen))
                .toList();
    }

    /** Whether a rule holds all the words, in any case. */
    private static boolean matches(String searched, PolicyLine line, PolicyWords words) {
        String within = String.join(
                        " ",
                        line.key(),
                        words.places().title(line.place()),
                        words.sentence(line),
                        line.ground().toString(),
                        line.words())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(searched.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(within::contains);
    }
}
