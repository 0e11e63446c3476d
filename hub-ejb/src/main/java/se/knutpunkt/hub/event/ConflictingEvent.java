package se.knutpunkt.hub.event;

/** The source has sent this id before, with other content. */
public class ConflictingEvent extends EventRefused {

    private static final long serialVersionUID = 1;

    ConflictingEvent() {
        super(Reason.CONFLICTING, "An event with this id has been taken before, with other content");
    }
}
