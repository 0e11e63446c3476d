package se.knutpunkt.portal.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.Bar;
import se.knutpunkt.hub.disclosure.Decision;
import se.knutpunkt.hub.disclosure.Insight;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyBook;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.secrecy.Provision;
import se.knutpunkt.hub.secrecy.Provisions;
import se.knutpunkt.portal.page.Visit;

/**
 * Who sees an event, and why: of a kind of event, or of one that there is. Nobody is looked up for it: of an event no more
 * is taken than what the rules ask of it, and whether a person in it is protected is neither asked nor told.
 */
@RequestScoped
public class TryPages {
    static final String PATH = PolicyServlet.PATH + "/prova";

    private static final String TYPE = "typ";
    private static final String KIND = "slag";
    private static final String MARKING = "markning";
    private static final String FAULT = "fel";
    private static final String FROM_GUARDIAN = "vardnadshavare";
    private static final String REPORTER = "anmalare";
    private static final String PARTY = "part";
    private static final String INTERNAL = "intern";
    private static final List<String> FLAGS = List.of(INTERNAL, FROM_GUARDIAN, REPORTER, PARTY);
    private static final Pattern KINDS = Pattern.compile("[A-Z0-9_]{0,100}");

    @EJB
    Insight insight;

    @EJB
    PolicyBook book;

    @Inject
    Reading reading;

    void show(Visit visit) throws ServletException, IOException {
        PolicyWords words = reading.words(visit);
        Optional<EventClass> asked = asked(visit, words);
        String kind = visit.value(KIND).orElse("").strip();
        visit.show(
                "policy/try",
                new TryPage(
                        types(visit.value(TYPE).orElse(""), words),
                        insight.classes().stream()
                                .map(EventClass::kind)
                                .filter(one -> !one.equals(EventClass.UNCOUNTED))
                                .distinct()
                                .sorted()
                                .limit(100)
                                .toList(),
                        kind,
                        markings(visit.value(MARKING).orElse(""), words),
                        FLAGS.stream()
                                .map(flag -> new LineFormPage.Choice(
                                        flag, words.text("policy.try.flag." + flag), isSet(visit, flag)))
                                .toList(),
                        asked.map(event -> answers(event, words)).orElse(List.of()),
                        asked.map(words::event).orElse(""),
                        fault(visit, asked.isPresent(), words)));
    }

    private static String fault(Visit visit, boolean answered, PolicyWords words) {
        if (visit.value(FAULT).isPresent()) {
            return words.text("policy.try.fault.event");
        }
        boolean typed = visit.value(TYPE).filter(type -> !type.isEmpty()).isPresent();
        return typed && !answered ? words.text("policy.fault.EVENT_KIND") : "";
    }

    /** Finds an event by its source and its id there, and shows its kind; the id stands in no address. */
    void find(Visit visit) {
        String source = visit.value("kalla").orElse("").strip();
        String id = visit.value("id").orElse("").strip();
        visit.seeOther(insight.classOf(source, id).map(TryPages::address).orElse(PATH + "?" + FAULT + "=1#kalla"));
    }

    /** Where it is seen who sees events of a class. */
    static String address(EventClass event) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(TYPE, event.caseType());
        query.put(KIND, event.kind().equals(EventClass.UNCOUNTED) ? "" : event.kind());
        query.put(MARKING, event.marking());
        query.put(INTERNAL, event.shown() ? "" : "1");
        query.put(FROM_GUARDIAN, event.keptFromGuardian() ? "1" : "");
        query.put(REPORTER, event.keepsReporter() ? "1" : "");
        query.put(PARTY, event.partyOnly() ? "1" : "");
        return PATH + "?"
                + query.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static Optional<EventClass> asked(Visit visit, PolicyWords words) {
        String type = visit.value(TYPE).orElse("");
        String kind = visit.value(KIND).orElse("").strip();
        String marking = visit.value(MARKING).orElse("");
        boolean known = words.places().of(Level.CASE_TYPE).contains(typePlace(type))
                && (marking.isEmpty() || provisions().anyMatch(one -> one.code().equals(marking)));
        return known && KINDS.matcher(kind).matches()
                ? Optional.of(new EventClass(
                        type,
                        kind,
                        !isSet(visit, INTERNAL),
                        marking,
                        isSet(visit, FROM_GUARDIAN),
                        isSet(visit, REPORTER),
                        isSet(visit, PARTY)))
                : Optional.empty();
    }

    private static @Nullable Place typePlace(String type) {
        return type.isEmpty() ? null : new Place(Level.CASE_TYPE, type);
    }

    private static boolean isSet(Visit visit, String flag) {
        return visit.value(flag).filter(value -> !value.isEmpty()).isPresent();
    }

    private static Stream<Provision> provisions() {
        return Provisions.shipped().all().stream().filter(Provision::marks);
    }

    private static List<LineFormPage.Choice> types(String chosen, PolicyWords words) {
        return words.places().of(Level.CASE_TYPE).stream()
                .map(place -> new LineFormPage.Choice(
                        place.code(), words.places().title(place), place.code().equals(chosen)))
                .toList();
    }

    private static List<LineFormPage.Choice> markings(String chosen, PolicyWords words) {
        return provisions()
                .map(one -> new LineFormPage.Choice(
                        one.code(),
                        one.code() + " – " + one.area().in(words.language().getTag()),
                        one.code().equals(chosen)))
                .toList();
    }

    private List<TryPage.Answer> answers(EventClass event, PolicyWords words) {
        Map<String, PolicyLine> lines =
                book.lines().stream().collect(Collectors.toMap(PolicyLine::key, Function.identity()));
        return insight.whoSees(event).stream()
                .map(answer -> answer(answer, lines, words))
                .toList();
    }

    private static TryPage.Answer answer(Insight.Answer answer, Map<String, PolicyLine> lines, PolicyWords words) {
        Decision decision = answer.decision();
        PolicyLine line = lines.get(decision.rule());
        String ages = words.ages(answer.ages());
        String who = words.capacity(answer.capacity());
        return new TryPage.Answer(
                ages.isEmpty() ? who : words.text("policy.try.who.ages", who, ages),
                words.degree(decision.degree()),
                PolicyWords.mark(decision.degree()),
                line == null ? bar(decision.rule(), words) : words.sentence(line),
                line == null ? "" : line.key(),
                decision.ground().toString());
    }

    /** What goes before every rule, in words. */
    private static String bar(String rule, PolicyWords words) {
        return Arrays.stream(Bar.values()).anyMatch(bar -> bar.name().equals(rule))
                ? words.text("policy.bar." + rule)
                : rule;
    }
}
