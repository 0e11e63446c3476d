package se.knutpunkt.hub.disclosure;

/** In what role a viewer looks at what concerns someone. */
public enum Capacity {
    /** It concerns the viewer. */
    SELF,
    /** It concerns a minor in the viewer's custody. */
    GUARDIAN,
    /** It concerns someone who has given the viewer power of attorney. */
    PROXY,
    /** A system that the municipality has given a right. */
    SYSTEM,
    /** None of these. */
    NONE
}
