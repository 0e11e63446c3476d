package se.knutpunkt.eforms.fill;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.PartyId;

/** Who fills in a form. */
public sealed interface Filler {

    /** Someone who has not logged in; the secret in the address is the only key to the draft. */
    record Anonymous() implements Filler {}

    /**
     * Someone logged in with an e-ID.
     *
     * @param party who, as the hub knows them
     * @param level how surely that is known
     * @param represented whom the person acts for; null for oneself
     */
    record Person(
            PartyId party, AssuranceLevel level, @Nullable PartyId represented) implements Filler {

        public Person {
            Objects.requireNonNull(party, "party");
            Objects.requireNonNull(level, "level");
        }
    }

    /** Someone who has not logged in. */
    static Filler anonymous() {
        return new Anonymous();
    }

    /** Someone logged in. */
    static Filler person(PartyId party, AssuranceLevel level) {
        return new Person(party, level, null);
    }

    /** Someone logged in who acts for another; null for oneself. */
    static Filler person(PartyId party, AssuranceLevel level, @Nullable PartyId represented) {
        return new Person(party, level, represented);
    }

    /**
     * Lets through who is known as surely as the form needs. An anonymous filler passes: whether one may fill in a form is
     * another question.
     *
     * @throws StrongerLoginRequired when the person logged in at a lower level
     */
    default void checkLevel(AssuranceLevel need) {
        if (this instanceof Person && !isKnownAt(need)) {
            throw new StrongerLoginRequired(need);
        }
    }

    /** Whether it is a person who logged in at that level or a higher one. */
    default boolean isKnownAt(AssuranceLevel level) {
        return this instanceof Person person && person.level().reaches(level);
    }

    /** The party, when logged in. */
    default Optional<PartyId> partyId() {
        return this instanceof Person person ? Optional.of(person.party()) : Optional.empty();
    }

    /** Whom the person acts for; empty for oneself. */
    default Optional<PartyId> representedId() {
        return this instanceof Person person ? Optional.ofNullable(person.represented()) : Optional.empty();
    }
}
