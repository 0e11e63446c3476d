package se.knutpunkt.portal.source;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.DeadDelivery;
import se.knutpunkt.hub.delivery.Deliveries;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.subscription.Subscription;
import se.knutpunkt.hub.subscription.Subscriptions;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.ShownOnce;
import se.knutpunkt.portal.page.Visit;

/** {@code /kallsystem/CODE/prenumeration}: what a source is told of, and what it would not take. */
@Dependent
class SubscriptionPages {
    static final String PAGE = "prenumeration";

    private static final int LONGEST_TYPED = 600;
    private static final int LONGEST_REASON = 300;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES =
            Set.of("andrat", "pausat", "fortsatt", "visad", "skickat", "borttaget", "redan", "prov", "provfel");
    private static final Map<Subscription.State, String> MARKS = Map.of(
            Subscription.State.ACTIVE, "done",
            Subscription.State.PAUSED, "wait",
            Subscription.State.STOPPED, "fail");

    @EJB
    Subscriptions subscriptions;

    @EJB
    Deliveries deliveries;

    @Inject
    Courier courier;

    @Inject
    ShownOnce shown;

    /** What was typed. */
    private record Typed(String address, Set<String> caseTypes) {
        static Typed of(Visit visit) {
            String address = visit.value("adress").map(String::strip).orElse("");
            return new Typed(
                    address.length() <= LONGEST_TYPED ? address : address.substring(0, LONGEST_TYPED),
                    visit.values().getOrDefault("arendetyp", List.of()).stream()
                            .filter(type -> type.length() <= 20)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        String query() {
            return "&adress=" + encoded(Courier.withoutSecrets(address))
                    + caseTypes.stream()
                            .map(type -> "&arendetyp=" + encoded(type))
                            .collect(Collectors.joining());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** Shows the page, or the question before something is purged. */
    void get(Visit visit, KeptSource source, SourceWriter writer, Login manager, List<String> rest)
            throws ServletException, IOException {
        if (rest.isEmpty()) {
            visit.show("source/subscription", view(visit, source, writer, manager));
        } else if (rest.size() == 2 && rest.get(0).equals("ta-bort")) {
            visit.show("source/purge", question(visit, source, dead(source, rest.get(1)), "", ""));
        } else {
            throw Refusal.notFound();
        }
    }

    private static PurgeView question(Visit visit, KeptSource source, DeadDelivery dead, String reason, String fault) {
        String page = address(source);
        return new PurgeView(
                dead.item(), why(visit, dead.failure()), page + "/ta-bort/" + dead.id(), page, reason, fault);
    }

    /** Does what was asked, and leads back to the page. */
    void post(Visit visit, KeptSource source, Login manager, List<String> rest) throws ServletException, IOException {
        StaffId by = manager.staff().orElseThrow();
        String code = source.settings().code();
        if (rest.isEmpty()) {
            save(visit, source, manager);
            return;
        }
        Subscription kept = subscriptions.find(code).orElseThrow(Refusal::notFound);
        switch (rest.get(0) + rest.size()) {
            case "paus1" -> done(visit, source, subscriptions.pause(code, by) ? "pausat" : "redan");
            case "fortsatt1" -> done(visit, source, subscriptions.resume(code, by) ? "fortsatt" : "redan");
            case "hemlighet1" -> {
                subscriptions
                        .rotate(code, Duration.ofDays(1), by)
                        .ifPresent(secret -> shown.carry(visit, address(source), manager.id(), secret));
                visit.seeOther(address(source) + "?klart=visad#hemlighet");
            }
            case "prov1" -> {
                Verdict verdict = subscriptions.test(code);
                done(
                        visit,
                        source,
                        verdict instanceof Verdict.Delivered ? "prov" : "provfel&orsak=" + failure(verdict));
            }
            case "skicka2" -> {
                boolean sent = deliveries.sendAgain(kept.endpoint().id(), id(rest.get(1)));
                done(visit, source, sent ? "skickat" : "redan");
            }
            case "ta-bort2" -> purge(visit, source, kept, id(rest.get(1)), by);
            default -> throw Refusal.notFound();
        }
    }

    private static String failure(Verdict verdict) {
        if (verdict instanceof Verdict.Later later) {
            return later.failure().text();
        }
        return verdict instanceof Verdict.Refused refused ? refused.failure().text() : "";
    }

    private void purge(Visit visit, KeptSource source, Subscription kept, long id, StaffId by)
            throws ServletException, IOException {
        String reason = visit.value("skal").map(String::strip).orElse("");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            // answered at once, not by way of an address: a reason may name someone, and addresses are logged
            DeadDelivery dead = dead(source, Long.toString(id));
            visit.show(422, "source/purge", question(visit, source, dead, reason, visit.text("told.fault.reason")));
            return;
        }
        done(visit, source, deliveries.purge(kept.endpoint().id(), id, reason, by) ? "borttaget" : "redan");
    }

    private void save(Visit visit, KeptSource source, Login manager) throws IOException {
        StaffId by = manager.staff().orElseThrow();
        String code = source.settings().code();
        Typed typed = Typed.of(visit);
        if (!faults(visit, source, typed).isEmpty()) {
            visit.seeOther(address(source) + "?fel=1" + typed.query() + "#fel");
            return;
        }
        URI to = URI.create(typed.address());
        if (subscriptions.find(code).isPresent()) {
            subscriptions.change(code, to, typed.caseTypes(), by);
            done(visit, source, "andrat");
            return;
        }
        Optional<String> secret = subscriptions.begin(code, to, typed.caseTypes(), by);
        secret.ifPresent(made -> shown.carry(visit, address(source), manager.id(), made));
        visit.seeOther(address(source) + (secret.isPresent() ? "?klart=visad#hemlighet" : "?klart=redan"));
    }

    private List<SourceFormPage.Fault> faults(Visit visit, KeptSource source, Typed typed) {
        List<SourceFormPage.Fault> faults = new ArrayList<>();
        courier.wrong(typed.address())
                .ifPresent(fault ->
                        faults.add(new SourceFormPage.Fault("adress", visit.text("told.fault.address." + fault))));
        if (typed.caseTypes().isEmpty() || !source.settings().asks().containsAll(typed.caseTypes())) {
            faults.add(new SourceFormPage.Fault("arendetyp", visit.text("told.fault.casetypes")));
        }
        return faults;
    }

    private SubscriptionView view(Visit visit, KeptSource source, SourceWriter writer, Login manager) {
        String code = source.settings().code();
        @Nullable Subscription kept = subscriptions.find(code).orElse(null);
        boolean wrong = visit.value("fel").isPresent();
        Typed typed = wrong || kept == null
                ? Typed.of(visit)
                : new Typed(kept.endpoint().address().toString(), kept.caseTypes());
        String secret = shown.take(visit, address(source), manager.id()).orElse("");
        Set<String> asks = source.settings().asks();
        return new SubscriptionView(
                visit.text("told.title", writer.name(source.settings().name())),
                address(source),
                SourceWriter.address(code),
                kept != null,
                kept != null && kept.state() == Subscription.State.ACTIVE,
                visit.text(
                        kept != null && kept.state() == Subscription.State.STOPPED
                                ? "told.again.try"
                                : "told.resume.do"),
                !asks.isEmpty(),
                kept == null ? "" : visit.text("told.state." + kept.state()),
                kept == null ? "" : MARKS.getOrDefault(kept.state(), ""),
                kept == null ? List.of() : facts(visit, kept),
                kept == null ? "" : trouble(visit, kept),
                typed.address(),
                writer.caseTypeChoices(List.copyOf(typed.caseTypes())).stream()
                        .filter(choice -> asks.contains(choice.value()))
                        .toList(),
                wrong ? faults(visit, source, typed) : List.of(),
                kept == null ? List.of() : dead(visit, kept),
                message(visit, secret),
                secret);
    }

    private static String message(Visit visit, String secret) {
        String done = visit.value("klart").filter(MESSAGES::contains).orElse("");
        if (done.isEmpty() || !secret.isEmpty()) {
            return "";
        }
        if (done.equals("provfel")) {
            return visit.value("orsak")
                    .flatMap(SubscriptionPages::parsed)
                    .map(failure -> visit.text("told.done.provfel", why(visit, failure)))
                    .orElse("");
        }
        return visit.text("told.done." + done);
    }

    private static Optional<Failure> parsed(String text) {
        try {
            return Optional.of(Failure.parse(text));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException typedByHand) {
            return Optional.empty();
        }
    }

    private static List<SourceView.Fact> facts(Visit visit, Subscription kept) {
        List<SourceView.Fact> facts = new ArrayList<>();
        Instant delivered = kept.delivered();
        facts.add(fact(
                visit,
                "told.fact.delivered",
                delivered == null ? visit.text("told.never") : Dates.dateAndTime(delivered, visit.getLanguage())));
        facts.add(fact(
                visit,
                "told.fact.waiting",
                kept.behind() == 0 ? visit.text("told.nothing") : visit.text("told.behind", kept.behind())));
        facts.add(fact(
                visit, "told.fact.secret", Dates.dateAndTime(kept.endpoint().secretMade(), visit.getLanguage())));
        Instant former = kept.endpoint().formerEnds();
        if (former != null) {
            facts.add(fact(visit, "told.fact.former", Dates.dateAndTime(former, visit.getLanguage())));
        }
        return facts;
    }

    private static SourceView.Fact fact(Visit visit, String title, String text) {
        return new SourceView.Fact(visit.text(title), List.of(text));
    }

    private static String trouble(Visit visit, Subscription kept) {
        Failure failure = kept.failure();
        Instant since = kept.failingSince();
        return failure == null || since == null
                ? ""
                : visit.text(
                        kept.state() == Subscription.State.STOPPED ? "told.trouble.stopped" : "told.trouble",
                        why(visit, failure),
                        Dates.dateAndTime(since, visit.getLanguage()));
    }

    private static String why(Visit visit, Failure failure) {
        String what = visit.text("told.failure." + failure.kind(), Integer.toString(failure.status()));
        return failure.isTurnedAway() ? what + " " + visit.text("told.failure.turned") : what;
    }

    private List<SubscriptionView.Dead> dead(Visit visit, Subscription kept) {
        return deliveries.dead(kept.endpoint().id()).stream()
                .map(one -> new SubscriptionView.Dead(
                        one.id(),
                        one.item(),
                        Dates.dateAndTime(one.died(), visit.getLanguage()),
                        why(visit, one.failure())))
                .toList();
    }

    private DeadDelivery dead(KeptSource source, String id) {
        Subscription kept = subscriptions.find(source.settings().code()).orElseThrow(Refusal::notFound);
        long wanted = id(id);
        return deliveries.dead(kept.endpoint().id()).stream()
                .filter(one -> one.id() == wanted)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }

    private static void done(Visit visit, KeptSource source, String message) {
        visit.seeOther(address(source) + "?klart=" + message);
    }

    private static String address(KeptSource source) {
        return SourceWriter.address(source.settings().code()) + "/" + PAGE;
    }
}
