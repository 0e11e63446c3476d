package se.knutpunkt.demoeid;

/** A request that this provider does not answer; the message says why. */
class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedRequest(String why) {
        super(why, null, false, false);
    }
}
