package se.knutpunkt.hub.party;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The persons and organisations known to the hub. Each method joins the caller's transaction or opens its own. */
@Local
public interface Parties {

    /** Finds the party of a number, or makes one. Safe against two callers registering the same number at once. */
    PartyId register(IdentityNumber number);

    /** The party that stands for a party's person now: itself, or the one that it was joined into. */
    PartyId present(PartyId id);

    /**
     * Finds or makes the parties of several numbers, as {@link #register} does, in few statements.
     *
     * @return a map that answers null for null
     */
    Map<IdentityNumber, PartyId> registerAll(Set<IdentityNumber> numbers);

    /**
     * Finds the party of a person whose number was replaced, or makes one. Where only the former number is known, its
     * party takes the current one and the former leads to it for ever. Where both are known as different parties, they are
     * joined: everything of the former's becomes the current's, and the former party is gone. A joining is noted in the
     * table {@code party_join}; modules with rows of their own move them when {@link PartiesJoined} is told.
     *
     * @return the party of the current number
     */
    PartyId succeed(IdentityNumber former, IdentityNumber current);

    /** Finds the party of a number, current or former, without making one. */
    Optional<PartyId> find(IdentityNumber number);

    /**
     * The party, without its number.
     *
     * @throws UnknownParty when there is none by the id
     */
    Party get(PartyId id);

    /**
     * The parties of several ids by one question; within a transaction {@link #get} and {@link #numberOf} then ask no more
     * for them.
     */
    List<Party> getAll(Set<PartyId> ids);

    /**
     * The birth dates that the numbers of these tell; nothing for those whose number tells none. Asks no question for
     * those that {@link #getAll} was asked for in the same transaction.
     */
    Map<PartyId, LocalDate> birthDatesOf(Set<PartyId> ids);

    /**
     * The number itself; only for prefilling a form, a receipt or an export that must carry it.
     *
     * @throws UnknownParty when there is none by the id
     */
    IdentityNumber numberOf(PartyId id);

    /** Keeps the name told by a login or an import. */
    void rename(PartyId id, String name);

    /** Sets or takes away the mark of protected personal data. */
    void protect(PartyId id, boolean protectedIdentity);

    /** The contact settings, {@link ContactSettings#NONE} when never changed. */
    ContactSettings contact(PartyId id);

    /** Replaces the contact settings. Formats are the page's duty to check. */
    void changeContact(PartyId id, ContactSettings settings);
}
