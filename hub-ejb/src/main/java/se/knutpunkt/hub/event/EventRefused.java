package se.knutpunkt.hub.event;

import jakarta.ejb.ApplicationException;

/** An event cannot be taken; nothing of it is kept. */
@ApplicationException(rollback = true, inherited = true)
public class EventRefused extends RuntimeException {

    /** Why, one for each answer that the sender can act on. */
    public enum Reason {
        /** The case type is not registered or is closed. */
        UNKNOWN_CASE_TYPE,
        /** The source may not signal this case type. */
        NOT_AUTHORISED,
        /** A field is missing, too long or malformed. */
        INVALID,
        /** The same id came before with other content. */
        CONFLICTING,
        /** The case number belongs to a case of another type. */
        CASE_OF_OTHER_TYPE
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String place;

    /** With a detail that is fit for the sender to read and holds no content of the event. */
    public EventRefused(Reason reason, String detail) {
        this(reason, detail, "");
    }

    /**
     * The same, with where it is wrong.
     *
     * @param place the member as a JSON Pointer (RFC 6901) from the event's data; empty for the whole
     */
    public EventRefused(Reason reason, String detail, String place) {
        super(detail);
        this.reason = reason;
        this.place = place;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** Where in the event's data, as a JSON Pointer; empty for the whole. */
    public String place() {
        return place;
    }
}
