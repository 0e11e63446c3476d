package se.knutpunkt.hub.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** The database refused or could not be reached. */
public class DatabaseFailure extends RuntimeException {

    private static final int DEADLOCK = 1213;
    private static final int DUPLICATE = 1062;
    private static final int LOCK_WAIT = 1205;

    /** Class of the states of a connection that fails (ISO/IEC 9075). */
    private static final String CONNECTION = "08";

    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /**
     * Whether a failure, or anything that caused it, was a deadlock: the transaction is gone and may be run again. On a
     * Galera cluster a conflict with another node shows as one, at the latest at commit.
     */
    public static boolean isDeadlock(Throwable failure) {
        return hasCode(failure, DEADLOCK);
    }

    /** Whether a failure, or anything that caused it, was a second row with the same unique key. */
    public static boolean isDuplicate(Throwable failure) {
        return hasCode(failure, DUPLICATE);
    }

    /**
     * Whether a failure, or anything that caused it, passes by itself when the same is done again: two at once, or a
     * database that is away.
     */
    public static boolean isPassing(Throwable failure) {
        return isDeadlock(failure) || isDuplicate(failure) || hasCode(failure, LOCK_WAIT) || isConnection(failure);
    }

    private static boolean isConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(CONNECTION)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCode(Throwable failure, int code) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }
}
