package se.knutpunkt.hub.event;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.event.EventWriter.Checked;

/** Writes a group in one transaction; again after a deadlock or a lost race, and one by one when one of them fails all. */
@Stateless
public class GroupIntake {
    private static final int TRIES = 5;

    @EJB
    EventWriter writer;

    /** Answers in the order of the group, when all of it is committed. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Result> write(List<Checked> group) {
        try {
            return writeUntilDone(group);
        } catch (EJBException failure) {
            // nothing of the group is kept: whoever is at fault shall not stop the others
            return group.size() == 1
                    ? List.of(new Result.Failed(failure))
                    : group.stream().map(this::alone).toList();
        }
    }

    private Result alone(Checked one) {
        try {
            return writeUntilDone(List.of(one)).get(0);
        } catch (EJBException failure) {
            return new Result.Failed(failure);
        }
    }

    private List<Result> writeUntilDone(List<Checked> group) {
        for (int tries = 1; ; tries++) {
            try {
                return writer.writeAlone(group);
            } catch (EJBException failure) {
                boolean passing = DatabaseFailure.isDuplicate(failure) || DatabaseFailure.isDeadlock(failure);
                if (tries == TRIES || !passing) {
                    throw failure;
                }
            }
        }
    }
}
