package se.knutpunkt.portal.registrar;

/** Why a document need not be registered, as typed. */
final class Reasons {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private Reasons() {}

    /** Whether it is long enough to say something and short enough to be kept. */
    static boolean fits(String reason) {
        return reason.strip().length() >= SHORTEST && reason.strip().length() <= LONGEST;
    }
}
