package se.knutpunkt.eforms.submission;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Prefill;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;

/** Finds out who sent a form: by e-ID, by what was typed, or nobody. */
@ApplicationScoped
class Senders {

    @EJB
    Parties parties;

    /** The sender of a draft. */
    Sender of(SentDraft draft) {
        Optional<String> typed = typedName(draft);
        PartyId party = draft.owner();
        if (party == null) {
            return typed.map(name -> new Sender(SenderKind.STATED, name, null, null, null))
                    .orElseGet(() -> new Sender(SenderKind.ANONYMOUS, null, null, null, null));
        }
        IdentityNumber number = parties.numberOf(party);
        String known = parties.get(party).name();
        SentDraft.Behalf behalf = draft.behalf();
        if (behalf != null) {
            // what was typed as the name is the other's: the form is about them
            String own = known != null ? known : number.masked();
            return new Sender(SenderKind.E_ID, own, party, number, behalf(behalf, typed));
        }
        String name = known != null ? known : typed.orElseGet(number::masked);
        return new Sender(SenderKind.E_ID, name, party, number, null);
    }

    private Sender.Behalf behalf(SentDraft.Behalf behalf, Optional<String> typed) {
        IdentityNumber number = parties.numberOf(behalf.party());
        String known = parties.get(behalf.party()).name();
        String name = known != null ? known : typed.orElseGet(number::masked);
        return new Sender.Behalf(behalf.party(), number, name, behalf.relation());
    }

    /** The answer of a field that asks for the sender's own name: one that a login would have filled in. */
    private static Optional<String> typedName(SentDraft draft) {
        return draft.form()
                .definition()
                .fields()
                .filter(field -> field.prefill() == Prefill.NAME)
                .flatMap(field -> draft.answers().getOrDefault(field.id(), List.of()).stream())
                .findFirst();
    }
}
