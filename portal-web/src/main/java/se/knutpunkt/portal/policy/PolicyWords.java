package se.knutpunkt.portal.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

/** Writes rules as people read them: "Vårdnadshavare till barn 12–14 år ser ingenting av det som är sekretessmärkt." */
record PolicyWords(Language language, PlaceNames places) {

    /** The whole rule but its place, its ground and the municipality's words. */
    String sentence(PolicyLine line) {
        String what = events(line);
        String key = "policy.sees." + line.degree() + (what.isEmpty() ? "" : ".of");
        String said = text(key, who(line), what);
        String days = days(line);
        return (days.isEmpty() ? said : said + ", " + days) + ".";
    }

    private String who(PolicyLine line) {
        String key = "policy.who." + line.capacity();
        if (!line.ages().isLimited()) {
            return text(key);
        }
        return line.capacity() == Capacity.GUARDIAN || line.capacity() == Capacity.SELF
                ? text(key + ".ages", ages(line.ages()))
                : text(key) + ", " + ages(line.ages());
    }

    String capacity(Capacity capacity) {
        return text("policy.capacity." + capacity);
    }

    /** "12–14 år", "från 12 år", "under 12 år"; empty for all. */
    String ages(AgeBand ages) {
        Integer from = ages.from();
        Integer below = ages.below();
        if (from == null && below == null) {
            return "";
        }
        if (below == null) {
            return text("policy.ages.from", Integer.toString(from == null ? 0 : from));
        }
        String last = Integer.toString(below - 1);
        if (from == null || from == 0) {
            return text("policy.ages.below", Integer.toString(below));
        }
        return from == below - 1
                ? text("policy.ages.one", last)
                : text("policy.ages.between", Integer.toString(from), last);
    }

    private String events(PolicyLine line) {
        String kind = line.eventKind();
        String marking = line.marking();
        if (kind == null) {
            return marking == null ? "" : marked("policy.events.marked", marking);
        }
        return marking == null
                ? text("policy.events.kind", kind)
                : text("policy.events.kind", kind) + " " + marked("policy.events.kind.marked", marking);
    }

    /** "Förskoleplats (FÖR), händelser av slaget BESLUT, hemlig för vårdnadshavare". */
    String event(EventClass event) {
        List<String> parts = new ArrayList<>();
        parts.add(places.name(new Place(Level.CASE_TYPE, event.caseType())));
        if (event.kind().equals(EventClass.UNCOUNTED)) {
            parts.add(text("policy.events.uncounted"));
        } else if (!event.kind().isEmpty()) {
            parts.add(text("policy.events.kind", event.kind()));
        }
        if (!event.marking().isEmpty()) {
            parts.add(
                    event.marking().equals(EventClass.UNCOUNTED)
                            ? text("policy.events.marked")
                            : text("policy.events.marked.by", event.marking()));
        }
        if (!event.shown()) {
            parts.add(flag("intern"));
        }
        if (event.keptFromGuardian()) {
            parts.add(flag("vardnadshavare"));
        }
        if (event.keepsReporter()) {
            parts.add(flag("anmalare"));
        }
        if (event.partyOnly()) {
            parts.add(flag("part"));
        }
        return String.join(", ", parts);
    }

    private String flag(String name) {
        return text("policy.try.flag." + name).toLowerCase(language.locale());
    }

    private String marked(String key, String marking) {
        return marking.equals(PolicyLine.ANY_MARKING) ? text(key) : text(key + ".by", marking);
    }

    /** "från och med 1 januari 2027"; empty for always. */
    String days(PolicyLine line) {
        LocalDate from = line.from();
        LocalDate until = line.until();
        if (from == null) {
            return until == null ? "" : text("policy.days.until", date(until));
        }
        return until == null
                ? text("policy.days.from", date(from))
                : text("policy.days.between", date(from), date(until));
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? "" : Dates.date(date, language);
    }

    String degree(Degree degree) {
        return text("policy.degree." + degree);
    }

    /** The class of the mark that shows a degree. */
    static String mark(Degree degree) {
        return switch (degree) {
            case FULL -> "done";
            case SUMMARY, EXISTS -> "wait";
            case HIDDEN -> "fail";
        };
    }

    /** Each part of a rule under its name, to set two against each other. */
    Map<String, String> facts(PolicyLine line) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(text("policy.form.place"), places.title(line.place()));
        facts.put(text("policy.form.who"), capacity(line.capacity()));
        facts.put(text("policy.fact.ages"), ages(line.ages()));
        facts.put(text("policy.form.kind"), line.eventKind() == null ? "" : line.eventKind());
        facts.put(text("policy.fact.marking"), marking(line.marking()));
        facts.put(text("policy.form.from"), date(line.from()));
        facts.put(text("policy.form.until"), date(line.until()));
        facts.put(text("policy.form.degree"), degree(line.degree()));
        facts.put(text("policy.column.ground"), line.ground().toString());
        facts.put(text("policy.form.words"), line.words());
        return facts;
    }

    private String marking(@Nullable String marking) {
        if (marking == null) {
            return "";
        }
        return marking.equals(PolicyLine.ANY_MARKING) ? text("policy.form.marking.any") : marking;
    }

    String text(String key, Object... args) {
        return Texts.text(language, key, args);
    }
}
