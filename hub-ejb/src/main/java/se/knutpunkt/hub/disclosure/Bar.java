package se.knutpunkt.hub.disclosure;

import se.knutpunkt.hub.policy.LegalGround;

/**
 * What goes before every line of the policy and can only hide: no municipality can loosen it. The name is the rule's id in
 * explanations and in the access log.
 */
public enum Bar {
    /** Nobody has opened this for such a viewer. */
    VIEWER("OSL", "8:1"),
    /** The viewer neither is the person nor acts for the person. */
    NO_CAPACITY("OSL", "8:1"),
    /** The source keeps it from citizens. */
    NOT_SHOWN("OSL", "10:3"),
    /** Unregistered: nobody has read the law for it. */
    UNKNOWN_CASE_TYPE("OSL", "5:1"),
    /** Whom it concerns has protected personal data. */
    PROTECTED_IDENTITY("OSL", "21:3, 21:3 a, 22:1-2"),
    /** The other person in it has. */
    OTHER_PROTECTED("OSL", "21:3, 21:3 a, 22:1-2"),
    /** It holds data of whoever reported. */
    REPORTER("OSL", "26:5"),
    /** It is the party's alone: the other guardian's data, for one. */
    PARTY_ONLY("OSL", "12:3, 21:1"),
    /** Secret against the guardian. */
    KEPT_FROM_GUARDIAN("OSL", "12:3, 26:2"),
    /** Of age, or the age is not known. */
    NO_MINOR("FB", "6:2"),
    /** The power of attorney or the court's order does not cover it. */
    OUT_OF_SCOPE("FL", "14-15"),
    /** The system has no right to ask about the case type. */
    NO_RIGHT_TO_ASK("OSL", "8:1"),
    /** The system sent it itself, and is not told of it. */
    OWN_EVENT("OSL", "8:1"),
    /** No line of the policy speaks of it. */
    NO_LINE("OSL", "8:1");

    private final String law;
    private final String section;

    Bar(String law, String section) {
        this.law = law;
        this.section = section;
    }

    /** What it rests on. */
    public LegalGround ground() {
        return new LegalGround(law, section);
    }
}
