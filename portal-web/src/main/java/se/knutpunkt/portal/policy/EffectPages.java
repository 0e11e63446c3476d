package se.knutpunkt.portal.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.knutpunkt.hub.disclosure.Effect;
import se.knutpunkt.hub.disclosure.Extent;
import se.knutpunkt.hub.disclosure.Insight;
import se.knutpunkt.hub.disclosure.Insight.Impact;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/** Shows what planned rules mean for the events that there are: how many, for whom, from what to what. */
@RequestScoped
public class EffectPages {
    /** So many rows are read through; more are found by case type. */
    private static final int FEW = 20;

    private static final int MOST = 50;
    private static final String TYPE = "typ";

    @EJB
    Insight insight;

    @Inject
    Reading reading;

    /**
     * The part of a page.
     *
     * @param action the page's own address
     * @param typed what its address carries, sealed; empty for nothing
     */
    EffectPage of(Visit visit, List<PolicyLine> planned, String action, String typed) {
        PolicyWords words = reading.words(visit);
        Effect effect = insight.effect(planned);
        String chosen = visit.value(TYPE).orElse("");
        List<Impact> wanted = effect.impacts().stream()
                .filter(impact -> chosen.isEmpty() || impact.event().caseType().equals(chosen))
                .toList();
        return new EffectPage(
                words.text("policy.effect.day", Dates.date(effect.day(), words.language())),
                extent(effect.more(), words),
                extent(effect.fewer(), words),
                !effect.whole(),
                wanted.stream().limit(MOST).map(impact -> row(impact, words)).toList(),
                Math.max(0, wanted.size() - MOST),
                effect.impacts().size() > FEW ? types(effect, chosen, words) : List.of(),
                !chosen.isEmpty(),
                action,
                typed);
    }

    private static List<LineFormPage.Choice> types(Effect effect, String chosen, PolicyWords words) {
        Map<String, String> names = new TreeMap<>();
        effect.impacts()
                .forEach(impact -> names.computeIfAbsent(
                        impact.event().caseType(), type -> words.places().name(new Place(Level.CASE_TYPE, type))));
        return names.entrySet().stream()
                .map(one -> new LineFormPage.Choice(
                        one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                .toList();
    }

    private static EffectPage.Row row(Impact impact, PolicyWords words) {
        String ages = words.ages(impact.ages());
        String who = words.capacity(impact.capacity());
        return new EffectPage.Row(
                words.event(impact.event()),
                TryPages.address(impact.event()),
                extent(impact.events(), words),
                ages.isEmpty() ? who : words.text("policy.try.who.ages", who, ages),
                words.degree(impact.before()),
                PolicyWords.mark(impact.before()),
                words.degree(impact.after()),
                PolicyWords.mark(impact.after()));
    }

    /** "412", "omkring 410", "färre än fem", "412, och färre än fem av 2 slag till"; empty for no class at all. */
    static String extent(Extent extent, PolicyWords words) {
        if (extent.isNone()) {
            return "";
        }
        String few = extent.few() == 1
                ? words.text("policy.effect.few")
                : words.text("policy.effect.few.each", Integer.toString(extent.few()));
        if (extent.told() == 0) {
            return few;
        }
        String told = words.text(extent.rounded() ? "policy.effect.about" : "policy.effect.exact", extent.told());
        return extent.few() == 0 ? told : words.text("policy.effect.and", told, Integer.toString(extent.few()));
    }
}
