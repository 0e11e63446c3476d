package se.knutpunkt.hub.diary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The document is no longer in the state that the command needs: somebody else was faster. */
@ApplicationException(rollback = true)
public class DiaryItemChanged extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DiaryItemChanged() {
        super("the diary item is in another state");
    }
}
