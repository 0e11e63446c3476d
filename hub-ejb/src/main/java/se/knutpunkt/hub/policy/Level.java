package se.knutpunkt.hub.policy;

/** What a line holds for, the widest first: a narrower one goes before a wider. */
public enum Level {
    /** All that the municipality does. */
    MUNICIPALITY(0),
    /** A field with secrecy rules of its own, such as the social services. */
    SECTOR(1),
    /** An authority. */
    AUTHORITY(2),
    /** An independent branch (OSL 8:2). */
    BRANCH(3),
    /** A case type. */
    CASE_TYPE(4);

    private final int narrowness;

    Level(int narrowness) {
        this.narrowness = narrowness;
    }

    /** The higher, the narrower. */
    int narrowness() {
        return narrowness;
    }
}
