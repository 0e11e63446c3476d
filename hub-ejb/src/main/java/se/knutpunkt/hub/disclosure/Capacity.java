package se.knutpunkt.hub.disclosure;

/** In what role a viewer looks at what concerns someone. */
public enum Capacity {
    /** It concerns the viewer. */
    SELF,
    /** It concerns a minor in the viewer's custody. */
    GUARDIAN,
    /** It concerns someone who has given the viewer power of attorney. */
    PROXY,
    /** None of these. */
    NONE
}
