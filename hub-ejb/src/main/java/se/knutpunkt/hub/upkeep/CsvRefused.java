package se.knutpunkt.hub.upkeep;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A file that cannot be read as a register at all, or one with faulty rows that was to be taken. */
@ApplicationException(rollback = true)
public class CsvRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        TOO_LARGE,
        NOT_UTF8,
        EMPTY,
        /** Details: the column. */
        NO_COLUMN,
        /** Details: the heading. */
        UNKNOWN_COLUMN,
        /** Details: the heading. */
        COLUMN_TWICE,
        /** Details: how many there may be. */
        TOO_MANY_ROWS,
        /** Details: about which line. */
        BROKEN,
        FAULTY_ROWS
    }

    private final Reason reason;
    private final transient List<String> details;

    CsvRefused(Reason reason, String... details) {
        super("The register's file is refused: " + reason);
        this.reason = reason;
        this.details = List.of(details);
    }

    public Reason reason() {
        return reason;
    }

    /** What fills in the message, as told by the reason. */
    public List<String> details() {
        return details;
    }
}
