package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Representations;
import se.knutpunkt.hub.representation.Represented;

/** Asks, at the very moment, whether a person may act for another with a form. */
@ApplicationScoped
class Roles {

    @EJB
    Representations representations;

    /**
     * The represented, with the ground on which the person acts.
     *
     * @param caseType code of the case type that it is about
     * @return null when the person acts for nobody else
     * @throws NotRepresented when the person may not act, or not in this
     */
    @Nullable
    Represented check(PartyId person, @Nullable PartyId represented, String caseType) {
        if (represented == null) {
            return null;
        }
        return representations
                .find(person, represented)
                .filter(ground -> ground.covers(caseType))
                .orElseThrow(NotRepresented::new);
    }
}
