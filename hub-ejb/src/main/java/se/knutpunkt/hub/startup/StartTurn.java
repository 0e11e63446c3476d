package se.knutpunkt.hub.startup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import se.knutpunkt.hub.database.Database;

/** Lets nodes that start at the same time do one after the other what must be done once. */
@Stateless
public class StartTurn {

    @Inject
    Database database;

    /**
     * Waits until no other node has the turn, and has it until the caller's transaction ends. Only after {@link
     * HubStartup}, which makes the row that is locked.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void take() {
        List<Long> locked =
                database.query("SELECT id FROM register_reading WHERE id = 1 FOR UPDATE", row -> row.number("id"));
        if (locked.isEmpty()) {
            throw new IllegalStateException("the register has not been read");
        }
    }
}
