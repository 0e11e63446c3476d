package se.knutpunkt.eforms.fill;

import java.util.Objects;
import java.util.Optional;
import se.knutpunkt.hub.party.PartyId;

/** Who fills in a form. */
public sealed interface Filler {

    /** Someone who has not logged in; the secret in the address is the only key to the draft. */
    record Anonymous() implements Filler {}

    /**
     * Someone logged in with an e-ID.
     *
     * @param party who, as the hub knows them
     */
    record Person(PartyId party) implements Filler {

        public Person {
            Objects.requireNonNull(party, "party");
        }
    }

    /** Someone who has not logged in. */
    static Filler anonymous() {
        return new Anonymous();
    }

    /** Someone logged in. */
    static Filler person(PartyId party) {
        return new Person(party);
    }

    /** The party, when logged in. */
    default Optional<PartyId> partyId() {
        return this instanceof Person person ? Optional.of(person.party()) : Optional.empty();
    }
}
