package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.representation.Age;
import se.knutpunkt.hub.representation.Representations;
import se.knutpunkt.hub.representation.Represented;

/** Works out, at each look anew, whom a reader may look at and how far. */
@Dependent
class Scopes {

    @EJB
    Representations representations;

    @EJB
    Parties parties;

    @Inject
    CurrentPolicy policy;

    @Inject
    Database database;

    /** The scopes of a reader, one a person: the reader first. Those that show nothing are left out, but the reader's. */
    List<Scope> of(Viewer.Citizen reader) {
        return of(reader, standing(reader));
    }

    /** How a reader stands to others at this moment. */
    Representations.Standing standing(Viewer.Citizen reader) {
        return representations.standing(reader.party());
    }

    /** The same by a standing that was asked for just now, so that it is not asked for twice. */
    List<Scope> of(Viewer.Citizen reader, Representations.Standing standing) {
        Now now = policy.now();
        Map<PartyId, Scope> scopes = new LinkedHashMap<>();
        scopes.put(reader.party(), Scope.self(reader, age(reader.party(), now), now));
        for (Represented represented : standing.all()) {
            Scope scope = Scope.of(reader, represented, now);
            // a guardian who is also a proxy acts as guardian: the first ground stands
            if (!scope.isEmpty() || !scope.caseTypes().isEmpty()) {
                scopes.putIfAbsent(represented.party(), scope);
            }
        }
        return List.copyOf(scopes.values());
    }

    /** One's own age, looked up only where a line asks for it. */
    private @Nullable Integer age(PartyId reader, Now now) {
        return now.policy().asksAge(Capacity.SELF)
                ? parties.numberOf(reader)
                        .birthDate()
                        .map(birth -> Age.on(now.policy().day(), birth))
                        .orElse(null)
                : null;
    }

    /** What a system may see; one that is closed sees nothing. */
    SystemScope of(Viewer.Source system, Purpose purpose) {
        List<String> asks = database.query(
                "SELECT t.case_type FROM source_asks_case_type t JOIN source_system s ON s.code = t.source"
                        + " WHERE s.code = ? AND s.closed_at IS NULL",
                row -> row.text("case_type"),
                system.code());
        return SystemScope.of(system, purpose, policy.now(), Set.copyOf(asks));
    }
}
