package se.knutpunkt.eforms.submission;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.Representations;

/** Finds out whether what one guardian sends needs another, and who is told of it. */
@ApplicationScoped
class OtherGuardians {

    @EJB
    Representations representations;

    @EJB
    Parties parties;

    /**
     * The guardians that a form waits for.
     *
     * @param awaited whether there is any; what is shown follows this alone, so that nothing tells whether one of them has
     *     protected identity
     * @param told those who get a notice: never one with protected identity
     */
    record Others(boolean awaited, Set<PartyId> told) {
        static final Others NONE = new Others(false, Set.of());
    }

    /** The other guardians of the child that a form is for; none when it needs one guardian, or is for nobody's child. */
    Others of(SentDraft draft) {
        SentDraft.Behalf behalf = draft.behalf();
        if (behalf == null
                || behalf.relation() != Relation.GUARDIAN
                || !draft.form().definition().needsBothGuardians()) {
            return Others.NONE;
        }
        List<PartyId> others = representations.guardiansOf(behalf.party()).stream()
                .filter(guardian -> !guardian.equals(draft.owner()))
                .toList();
        Set<PartyId> told = others.stream()
                .filter(guardian -> !parties.get(guardian).protectedIdentity())
                .collect(Collectors.toUnmodifiableSet());
        return new Others(!others.isEmpty(), told);
    }
}
