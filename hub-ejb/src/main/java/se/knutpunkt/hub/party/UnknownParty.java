package se.knutpunkt.hub.party;

import jakarta.ejb.ApplicationException;

/** There is no party by this id. */
@ApplicationException(rollback = true)
public class UnknownParty extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownParty(PartyId id) {
        super("No party " + id.value());
    }
}
