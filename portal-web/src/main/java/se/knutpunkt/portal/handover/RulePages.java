package se.knutpunkt.portal.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormOverview;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.handover.Format;
import se.knutpunkt.eforms.handover.HandoverRule;
import se.knutpunkt.eforms.handover.HandoverRules;
import se.knutpunkt.eforms.handover.RuleChange;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.Endpoint;
import se.knutpunkt.hub.delivery.Endpoints;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.ShownOnce;
import se.knutpunkt.portal.page.Visit;

/** The rules by which forms are handed over. */
@RequestScoped
class RulePages {

    private static final Set<String> MESSAGES = Set.of("andrad", "borttagen", "borta", "visad");

    @Inject
    HandoverRules rules;

    @Inject
    Forms forms;

    @Inject
    SourceRegister sources;

    @Inject
    Endpoints endpoints;

    @Inject
    Courier courier;

    @Inject
    ShownOnce shown;

    @Inject
    Names names;

    void list(Visit visit) throws ServletException, IOException {
        Map<String, HandoverRule> byForm =
                rules.all().stream().collect(Collectors.toMap(HandoverRule::form, Function.identity()));
        Map<String, String> systems = names.sources(visit);
        visit.show(
                "handover/rules",
                new RuleList(
                        forms.all().stream()
                                .map(form -> row(visit, form, byForm.get(form.slug()), systems))
                                .toList(),
                        message(visit)));
    }

    private static RuleList.Row row(
            Visit visit, FormOverview form, @Nullable HandoverRule rule, Map<String, String> systems) {
        return new RuleList.Row(
                address(form.slug()),
                form.title().in(visit.getLanguage().locale()),
                caseType(form),
                rule == null ? "" : systems.getOrDefault(rule.source(), rule.source()),
                rule == null
                        ? ""
                        : visit.text("handovers.rule.detail", rule.format().name(), time(visit, rule.alarmAfter())));
    }

    private static String time(Visit visit, Duration alarm) {
        RuleForm.Unit unit = RuleForm.Unit.largest(alarm);
        return visit.text("sources.rhythm." + unit, unit.count(alarm));
    }

    private static String message(Visit visit) {
        return visit.value("klart")
                .filter(MESSAGES::contains)
                .map(done -> visit.text("handovers.rule.done." + done))
                .orElse("");
    }

    private static String address(String form) {
        return HandoversServlet.RULES + "/" + form;
    }

    /** The case type of the version that counts: the published one, or the newest. */
    private static String caseType(FormOverview form) {
        return form.published().orElse(form.versions().get(0)).definition().caseType();
    }

    private FormOverview form(String slug) {
        return forms.all().stream()
                .filter(form -> form.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Systems in use that may signal the case type: what they take over must be able to go on here. */
    private Map<String, String> fitting(Visit visit, String caseType) {
        Map<String, String> fitting = new TreeMap<>();
        sources.all().stream()
                .filter(source -> source.closed() == null)
                .filter(source -> source.settings().caseTypes().contains(caseType))
                .forEach(source -> fitting.put(
                        source.settings().code(),
                        source.settings().name().in(visit.getLanguage().getTag())));
        return fitting;
    }

    void show(Visit visit, String slug, Login manager) throws ServletException, IOException {
        FormOverview form = form(slug);
        HandoverRule rule = rules.find(slug).orElse(null);
        boolean wrong = visit.value("fel").isPresent();
        RuleForm typed = wrong ? RuleForm.of(visit) : kept(rule);
        Map<String, String> fitting = fitting(visit, caseType(form));
        List<RuleForm.Fault> faults =
                wrong ? new ArrayList<>(typed.faults(fitting.keySet(), courier::wrong)) : List.of();
        if (wrong && faults.isEmpty()) {
            // the form is right, so somebody else was in the way
            faults.add(new RuleForm.Fault("system", "handovers.fault.changed"));
            typed = typed.withVersion(rule == null ? 0 : rule.version());
        }
        String secret = shown.take(visit, address(slug), manager.id()).orElse("");
        visit.show(
                "handover/rule",
                new RulePage(
                        address(slug),
                        form.title().in(visit.getLanguage().locale()),
                        caseType(form),
                        rule == null,
                        typed,
                        choices(fitting, typed.source()),
                        formats(typed.format()),
                        units(visit, typed.unit()),
                        schemas(form),
                        rule == null
                                ? ""
                                : visit.text(
                                        "handovers.rule.changed",
                                        Dates.dateAndTime(rule.changed(), visit.getLanguage()),
                                        rule.changedBy()),
                        secret,
                        secret.isEmpty() ? message(visit) : "",
                        faults.stream()
                                .map(fault -> new RulePage.Fault(fault.field(), visit.text(fault.key())))
                                .toList()));
    }

    private RuleForm kept(@Nullable HandoverRule rule) {
        if (rule == null) {
            return RuleForm.EMPTY;
        }
        String to = endpoints
                .find(rule.endpoint())
                .map(Endpoint::address)
                .map(Object::toString)
                .orElse("");
        return RuleForm.of(rule, to);
    }

    private static List<RulePage.Choice> choices(Map<String, String> names, String chosen) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(one -> new RulePage.Choice(
                        one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                .toList();
    }

    private static List<RulePage.Choice> formats(String chosen) {
        return Arrays.stream(Format.values())
                .map(one ->
                        new RulePage.Choice(one.name(), one.name(), one.name().equals(chosen)))
                .toList();
    }

    private static List<RulePage.Choice> units(Visit visit, String chosen) {
        return Arrays.stream(RuleForm.Unit.values())
                .map(one -> new RulePage.Choice(
                        one.name(),
                        visit.text("sources.unit." + one),
                        one.name().equals(chosen)))
                .toList();
    }

    private static List<String> schemas(FormOverview form) {
        return form.published()
                .map(version -> "/api/v1/forms/" + version.slug() + "/" + version.number())
                .map(base -> List.of(base + "/schema.json", base + "/schema.xsd"))
                .orElse(List.of());
    }

    void save(Visit visit, String slug, Login manager) {
        FormOverview form = form(slug);
        RuleForm typed = RuleForm.of(visit);
        StaffId by = HandoversServlet.staff(manager);
        boolean saved = false;
        Optional<String> secret = Optional.empty();
        if (typed.faults(fitting(visit, caseType(form)).keySet(), courier::wrong)
                .isEmpty()) {
            if (typed.seen() == 0) {
                secret = rules.add(typed.settings(slug), by);
                saved = secret.isPresent();
            } else {
                RuleChange change = rules.change(typed.settings(slug), typed.seen(), by);
                secret = change.secret();
                saved = change.saved();
            }
        }
        secret.ifPresent(made -> shown.carry(visit, address(slug), manager.id(), made));
        String done = secret.isPresent() ? "visad" : "andrad";
        visit.seeOther(saved ? address(slug) + "?klart=" + done : address(slug) + "?fel=1&" + typed.query() + "#fel");
    }

    void newSecret(Visit visit, String slug, Login manager) {
        Optional<String> secret = rules.newSecret(slug, HandoversServlet.staff(manager));
        secret.ifPresent(made -> shown.carry(visit, address(slug), manager.id(), made));
        visit.seeOther(address(slug) + (secret.isPresent() ? "?klart=visad" : "?klart=borta"));
    }

    void askRemove(Visit visit, String slug) throws ServletException, IOException {
        FormOverview form = form(slug);
        HandoverRule rule = rules.find(slug).orElseThrow(Refusal::notFound);
        visit.show(
                "handover/remove-rule",
                new RemoveRulePage(
                        address(slug),
                        form.title().in(visit.getLanguage().locale()),
                        names.sources(visit).getOrDefault(rule.source(), rule.source())));
    }

    void remove(Visit visit, String slug, Login manager) {
        boolean removed = rules.remove(slug, HandoversServlet.staff(manager));
        visit.seeOther(HandoversServlet.RULES + "?klart=" + (removed ? "borttagen" : "borta"));
    }
}
