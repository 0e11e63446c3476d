package se.knutpunkt.eforms.handover;

/** Where a hand-over stands. */
public enum HandoverState {
    /** It is to be sent, or sent again. */
    WAITING,
    /** The system has it; its case number has not come. */
    DELIVERED,
    /** The system's case number is in. */
    TAKEN,
    /** The system will not have it. */
    REFUSED,
    /** It could not be delivered, and is not tried again until staff say so. */
    GIVEN_UP,
    /** Staff took it back; it is in the registrar's queue. */
    TAKEN_BACK;

    /** Whether it is done: nobody has to do anything. */
    public boolean isSettled() {
        return this == TAKEN || this == TAKEN_BACK;
    }

    /** Whether the system may take it over and get its files. What could not be delivered may have arrived all the same. */
    boolean isReceivers() {
        return this != REFUSED && this != TAKEN_BACK;
    }
}
