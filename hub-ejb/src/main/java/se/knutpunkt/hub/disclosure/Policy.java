package se.knutpunkt.hub.disclosure;

import java.util.Map;
import java.util.Set;
import se.knutpunkt.hub.register.DisclosureRule;

/** The registered disclosure rules by case type; what is not in it is unknown, and hidden. */
record Policy(Map<String, Set<DisclosureRule>> rules) {

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
