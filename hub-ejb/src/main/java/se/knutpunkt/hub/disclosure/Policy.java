package se.knutpunkt.hub.disclosure;

import java.util.Map;
import java.util.Set;
import se.knutpunkt.hub.register.DisclosureRule;

/**
 * What is registered; what is not in it is unknown, and hidden.
 *
 * @param rules the disclosure rules by case type
 * @param asks which case types a system may ask about, by the system's code
 */
record Policy(Map<String, Set<DisclosureRule>> rules, Map<String, Set<String>> asks) {

    /** Where no system may ask. */
    Policy(Map<String, Set<DisclosureRule>> rules) {
        this(rules, Map.of());
    }

    boolean letsAsk(String system, String caseType) {
        return asks.getOrDefault(system, Set.of()).contains(caseType);
    }

    boolean knows(String caseType) {
        return rules.containsKey(caseType);
    }

    boolean has(String caseType, DisclosureRule rule) {
        return rules.getOrDefault(caseType, Set.of()).contains(rule);
    }

    Set<String> caseTypes() {
        return rules.keySet();
    }
}
