package se.knutpunkt.hub.file;

import jakarta.ejb.ApplicationException;

/** More content came than the limit allows. */
@ApplicationException(rollback = false)
public class FileTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long limit;

    FileTooLarge(long limit) {
        super("The file is larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** The limit in bytes. */
    public long limit() {
        return limit;
    }
}
