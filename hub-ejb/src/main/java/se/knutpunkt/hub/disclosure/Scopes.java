package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.DisclosureRule;
import se.knutpunkt.hub.representation.Representations;
import se.knutpunkt.hub.representation.Represented;

/** Works out, at each look anew, whom a reader may look at and how far. */
@Dependent
class Scopes {

    @EJB
    Representations representations;

    @Inject
    Database database;

    /** The scopes of a reader, one a person: the reader first. Those that show nothing are left out, but the reader's. */
    List<Scope> of(Viewer.Citizen reader) {
        Policy policy = new Policy(rules());
        Map<PartyId, Scope> scopes = new LinkedHashMap<>();
        scopes.put(reader.party(), Scope.self(reader, policy));
        for (Represented represented : representations.of(reader.party())) {
            Scope scope = Scope.of(reader, represented, policy);
            // a guardian who is also a proxy acts as guardian: the first ground stands
            if (!scope.decisions().isEmpty()) {
                scopes.putIfAbsent(represented.party(), scope);
            }
        }
        return List.copyOf(scopes.values());
    }

    /** What a system may see; one that is closed sees nothing. */
    SystemScope of(Viewer.Source system, Purpose purpose) {
        List<String> asks = database.query(
                "SELECT t.case_type FROM source_asks_case_type t JOIN source_system s ON s.code = t.source"
                        + " WHERE s.code = ? AND s.closed_at IS NULL",
                row -> row.text("case_type"),
                system.code());
        return SystemScope.of(system, purpose, new Policy(rules(), Map.of(system.code(), Set.copyOf(asks))));
    }

    private Map<String, Set<DisclosureRule>> rules() {
        Map<String, Set<DisclosureRule>> rules = new HashMap<>();
        record RuleOfType(String caseType, DisclosureRule rule) {}
        database.query(
                        "SELECT case_type, rule FROM disclosure_rule",
                        row -> new RuleOfType(row.text("case_type"), DisclosureRule.valueOf(row.text("rule"))))
                .forEach(row -> rules.computeIfAbsent(row.caseType(), type -> EnumSet.noneOf(DisclosureRule.class))
                        .add(row.rule()));
        return rules;
    }
}
