package se.knutpunkt.hub.disclosure;

import static se.knutpunkt.hub.register.DisclosureRule.GUARDIAN_FULL;
import static se.knutpunkt.hub.register.DisclosureRule.GUARDIAN_SUMMARY;
import static se.knutpunkt.hub.register.DisclosureRule.GUARDIAN_UNTIL_15;
import static se.knutpunkt.hub.register.DisclosureRule.GUARDIAN_UNTIL_16;
import static se.knutpunkt.hub.register.DisclosureRule.PROXY_FULL;
import static se.knutpunkt.hub.register.DisclosureRule.PROXY_SUMMARY;
import static se.knutpunkt.hub.register.DisclosureRule.SELF_FULL;

import org.jspecify.annotations.Nullable;

/**
 * The decision itself: pure, an ordered list of checks, closed unless a rule opens. The first checks can only hide;
 * the last one looks for a registered rule of the case type.
 */
final class Disclosure {

    /** Guardianship ends here (FB 6:2). */
    private static final int OF_MAJORITY = 18;

    private static final int SCHOOL = 16;
    private static final int SOCIAL_SERVICES = 15;

    private Disclosure() {}

    /** How much of an event a viewer may see in a capacity, for a purpose. */
    static Decision decide(Viewer viewer, Capacity capacity, Purpose purpose, EventFacts facts, Policy policy) {
        if (viewer instanceof Viewer.Source system && capacity == Capacity.SYSTEM && purpose != Purpose.MY_PAGES) {
            return system(system, purpose, facts, policy);
        }
        if (!(viewer instanceof Viewer.Citizen) || purpose != Purpose.MY_PAGES) {
            return hidden("viewer-without-rule");
        }
        if (capacity == Capacity.NONE || capacity == Capacity.SYSTEM) {
            return hidden("no-capacity");
        }
        if (!facts.shownToCitizen()) {
            return hidden("not-shown-to-citizen");
        }
        if (!policy.knows(facts.caseType())) {
            return hidden("unknown-case-type");
        }
        if (facts.protectedIdentity() && capacity != Capacity.SELF) {
            return hidden("protected-identity");
        }
        return switch (capacity) {
            case SELF -> self(facts, policy);
            case GUARDIAN -> guardian(facts, policy);
            case PROXY -> proxy(facts, policy);
            case SYSTEM, NONE -> hidden("no-capacity");
        };
    }

    /**
     * OSL 8:1: secrecy holds between authorities too, so a system sees what the municipality has given it the right to and
     * no more than the citizen's own page shows; nothing of whom protected personal data is about (OSL 21:3). What it sent
     * itself it knows, and may ask for; it is not told of it.
     */
    private static Decision system(Viewer.Source system, Purpose purpose, EventFacts facts, Policy policy) {
        if (facts.own()) {
            return purpose == Purpose.ASK ? full("system-own") : hidden("system-own");
        }
        if (!facts.shownToCitizen()) {
            return hidden("not-shown-to-citizen");
        }
        if (!policy.knows(facts.caseType())) {
            return hidden("unknown-case-type");
        }
        if (facts.protectedIdentity()) {
            return hidden("protected-identity");
        }
        return policy.letsAsk(system.code(), facts.caseType()) ? full("system-asks") : hidden("system-without-right");
    }

    /** OSL 12:1: secrecy to protect a person does not hold against that person. */
    private static Decision self(EventFacts facts, Policy policy) {
        return policy.has(facts.caseType(), SELF_FULL) ? full("self-full") : hidden("self-without-rule");
    }

    /** OSL 12:3: against a guardian only so far as the guardian decides for the child, less as it matures. */
    private static Decision guardian(EventFacts facts, Policy policy) {
        Integer age = facts.age();
        String type = facts.caseType();
        if (!isBelow(age, OF_MAJORITY)) {
            return hidden("guardian-of-adult");
        }
        if (policy.has(type, GUARDIAN_FULL)) {
            return full("guardian-full");
        }
        if (policy.has(type, GUARDIAN_UNTIL_15) && isBelow(age, SOCIAL_SERVICES)) {
            return full("guardian-until-15");
        }
        if (policy.has(type, GUARDIAN_UNTIL_16) && isBelow(age, SCHOOL)) {
            return full("guardian-until-16");
        }
        return policy.has(type, GUARDIAN_SUMMARY) ? summary("guardian-summary") : hidden("guardian-without-rule");
    }

    /** OSL 12:2: the grantor's consent lifts secrecy, as far as the power of attorney reaches. */
    private static Decision proxy(EventFacts facts, Policy policy) {
        if (!facts.covered()) {
            return hidden("proxy-scope");
        }
        if (policy.has(facts.caseType(), PROXY_FULL)) {
            return full("proxy-full");
        }
        return policy.has(facts.caseType(), PROXY_SUMMARY) ? summary("proxy-summary") : hidden("proxy-without-rule");
    }

    private static boolean isBelow(@Nullable Integer age, int limit) {
        return age != null && age < limit;
    }

    private static Decision full(String rule) {
        return new Decision(Degree.FULL, rule);
    }

    private static Decision summary(String rule) {
        return new Decision(Degree.SUMMARY, rule);
    }

    private static Decision hidden(String rule) {
        return new Decision(Degree.HIDDEN, rule);
    }
}
