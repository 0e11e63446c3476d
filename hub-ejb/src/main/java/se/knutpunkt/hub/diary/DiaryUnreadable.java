package se.knutpunkt.hub.diary;

import java.io.Serial;
import java.sql.SQLException;

/** The database could not be read or written; the transaction is rolled back. */
final class DiaryUnreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DiaryUnreadable(SQLException cause) {
        super("the diary tables could not be read or written", cause);
    }
}
