package se.knutpunkt.hub.policy;

/** In what role a viewer looks at what concerns someone. */
public enum Capacity {
    /** It concerns the viewer. */
    SELF,
    /** It concerns a minor in the viewer's custody. */
    GUARDIAN,
    /** It concerns someone who has given the viewer power of attorney. */
    PROXY,
    /** It concerns someone for whom a court has appointed the viewer (god man, förvaltare). */
    TRUSTEE,
    /** It concerns a company that the viewer represents. */
    COMPANY,
    /** The viewer answers people for several authorities (kontaktcenter). */
    CONTACT_CENTRE,
    /** The viewer handles cases for the authority that is responsible, or by delegation from it. */
    HANDLER,
    /** The viewer handles cases for another authority or branch. */
    OTHER_HANDLER,
    /** The viewer keeps the diary. */
    REGISTRAR,
    /** The viewer examines how the rules are followed. */
    AUDITOR,
    /** A system that the municipality has given a right. */
    SYSTEM,
    /** Anyone. */
    PUBLIC,
    /** None of these. */
    NONE;

    /** Whether the viewer is the person, or acts for the person. */
    public boolean isCitizen() {
        return switch (this) {
            case SELF, GUARDIAN, PROXY, TRUSTEE, COMPANY -> true;
            case CONTACT_CENTRE, HANDLER, OTHER_HANDLER, REGISTRAR, AUDITOR, SYSTEM, PUBLIC, NONE -> false;
        };
    }

    /** Whether the viewer works for the municipality. */
    public boolean isStaff() {
        return switch (this) {
            case CONTACT_CENTRE, HANDLER, OTHER_HANDLER, REGISTRAR, AUDITOR -> true;
            case SELF, GUARDIAN, PROXY, TRUSTEE, COMPANY, SYSTEM, PUBLIC, NONE -> false;
        };
    }

    /** Whether what a source keeps from citizens may be seen all the same: whoever handles the case, files it or examines it. */
    public boolean seesInternal() {
        return this == HANDLER || this == REGISTRAR || this == AUDITOR;
    }
}
