package se.knutpunkt.hub.diary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** There is no such document in the queue. */
@ApplicationException(rollback = true)
public class UnknownDiaryItem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownDiaryItem() {
        super("no such diary item");
    }
}
