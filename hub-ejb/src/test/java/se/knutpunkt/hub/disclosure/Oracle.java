package se.knutpunkt.hub.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, slowly and in plain words, from the rule table ({@code docs/insyn.md}) and not from the code: it
 * shares no type with the product, asks one question after the other, and knows nothing of classes, lists or caches.
 */
public final class Oracle {

    /** A rule as it stands in the table; empty texts where the table has an empty cell. */
    public record Rule(
            String key,
            String level,
            String place,
            String who,
            @Nullable Integer fromAge,
            @Nullable Integer belowAge,
            String kind,
            String provision,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String shows) {}

    /** Where a case type belongs. */
    public record Type(String code, String sector, String authority, String branch) {}

    /** An event as a person would describe it. */
    public record Event(
            @Nullable Type type,
            String kind,
            boolean citizensMaySee,
            String provision,
            boolean secretAgainstGuardian,
            boolean tellsOfReporter,
            boolean forThePartyAlone,
            boolean personProtected,
            boolean otherPersonProtected) {}

    /** Whoever looks. */
    public record Looker(
            String who,
            String why,
            boolean orderReachesThis,
            boolean sentIt,
            boolean mayAskForType,
            boolean isOneOfTheFew,
            boolean personHasConsented) {}

    private Oracle() {}

    public static String shows(Looker looker, Event event, @Nullable Integer age, List<Rule> rules, LocalDate today) {
        String who = looker.who();
        boolean isCitizen =
                List.of("SELF", "GUARDIAN", "PROXY", "TRUSTEE", "COMPANY").contains(who);
        boolean isStaff = List.of("CONTACT_CENTRE", "HANDLER", "OTHER_HANDLER", "REGISTRAR", "AUDITOR")
                .contains(who);
        boolean isSystem = who.equals("SYSTEM");

        // a system knows what it sent itself, so it may ask for it; it need not be told
        if (isSystem && looker.sentIt()) {
            return looker.why().equals("ASK") ? "FULL" : "HIDDEN";
        }
        // what a source keeps from citizens is for those who handle, file and examine
        if (!event.citizensMaySee()
                && !List.of("HANDLER", "REGISTRAR", "AUDITOR").contains(who)) {
            return "HIDDEN";
        }
        // nobody has read the law for a case type that is not registered
        if (event.type() == null) {
            return "HIDDEN";
        }
        // protected persons: only they themselves, and the few
        if ((event.personProtected() || event.otherPersonProtected())
                && !who.equals("SELF")
                && !looker.isOneOfTheFew()) {
            return "HIDDEN";
        }
        // what is the party's alone may be of a child that is protected from that party
        if (event.otherPersonProtected() && event.forThePartyAlone() && !looker.isOneOfTheFew()) {
            return "HIDDEN";
        }
        // the reporter's data always wins, and so does the other guardian's
        if (event.tellsOfReporter() && !isStaff) {
            return "HIDDEN";
        }
        if (event.forThePartyAlone() && !isStaff && !who.equals("SELF")) {
            return "HIDDEN";
        }
        if (event.secretAgainstGuardian() && who.equals("GUARDIAN")) {
            return "HIDDEN";
        }
        // guardianship is for minors, an order for what it names, a system's right for its case types
        if (who.equals("GUARDIAN") && (age == null || age >= 18)) {
            return "HIDDEN";
        }
        if (isCitizen && List.of("PROXY", "TRUSTEE", "COMPANY").contains(who) && !looker.orderReachesThis()) {
            return "HIDDEN";
        }
        if (isSystem && !looker.mayAskForType()) {
            return "HIDDEN";
        }
        // what somebody consents to is what protects that person: not what is marked, nor who has reported
        boolean mayProtectOthers = !event.provision().isEmpty() || event.tellsOfReporter() || event.forThePartyAlone();
        if (looker.personHasConsented()
                && List.of("CONTACT_CENTRE", "OTHER_HANDLER").contains(who)
                && !mayProtectOthers) {
            return "FULL";
        }
        return byRules(who, event, age, rules, today);
    }

    /** Ask the narrowest place first; there, what names the event's kind, then its provision, then an age. */
    private static String byRules(String who, Event event, @Nullable Integer age, List<Rule> rules, LocalDate today) {
        Type type = event.type();
        if (type == null) {
            return "HIDDEN";
        }
        List<Rule> speaking = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.who().equals(who) && holds(rule, event, age, today) && isOf(rule, type)) {
                speaking.add(rule);
            }
        }
        if (event.kind().equals("*")) {
            // one kind too many to be counted: any rule may be meant, so the least of all
            return least(speaking);
        }
        for (String level : List.of("CASE_TYPE", "BRANCH", "AUTHORITY", "SECTOR", "MUNICIPALITY")) {
            for (boolean namesKind : new boolean[] {true, false}) {
                for (String names : List.of("PROVISION", "ANY", "NONE")) {
                    for (boolean namesAge : new boolean[] {true, false}) {
                        List<Rule> here = new ArrayList<>();
                        for (Rule rule : speaking) {
                            boolean ages = rule.fromAge() != null || rule.belowAge() != null;
                            String provision = rule.provision().isEmpty()
                                    ? "NONE"
                                    : rule.provision().equals("*") ? "ANY" : "PROVISION";
                            if (rule.level().equals(level)
                                    && rule.kind().isEmpty() != namesKind
                                    && provision.equals(names)
                                    && ages == namesAge) {
                                here.add(rule);
                            }
                        }
                        if (!here.isEmpty()) {
                            return least(here);
                        }
                    }
                }
            }
        }
        return "HIDDEN";
    }

    private static boolean isOf(Rule rule, Type type) {
        return switch (rule.level()) {
            case "MUNICIPALITY" -> true;
            case "SECTOR" -> rule.place().equals(type.sector());
            case "AUTHORITY" -> rule.place().equals(type.authority());
            case "BRANCH" -> rule.place().equals(type.branch());
            default -> rule.place().equals(type.code());
        };
    }

    private static boolean holds(Rule rule, Event event, @Nullable Integer age, LocalDate today) {
        if (rule.from() != null && today.isBefore(rule.from())) {
            return false;
        }
        if (rule.until() != null && today.isAfter(rule.until())) {
            return false;
        }
        if (!rule.kind().isEmpty() && !event.kind().equals("*") && !rule.kind().equals(event.kind())) {
            return false;
        }
        if (rule.provision().equals("*") && event.provision().isEmpty()) {
            return false;
        }
        if (!rule.provision().isEmpty()
                && !rule.provision().equals("*")
                && !rule.provision().equals(event.provision())) {
            return false;
        }
        if (rule.fromAge() != null && (age == null || age < rule.fromAge())) {
            return false;
        }
        return rule.belowAge() == null || (age != null && age < rule.belowAge());
    }

    private static String least(List<Rule> rules) {
        String least = rules.isEmpty() ? "HIDDEN" : "FULL";
        for (Rule rule : rules) {
            List<String> fromMost = List.of("FULL", "SUMMARY", "EXISTS", "HIDDEN");
            if (fromMost.indexOf(rule.shows()) > fromMost.indexOf(least)) {
                least = rule.shows();
            }
        }
        return least;
    }
}
