package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may fill in and send a form. */
public enum Submitters {
    /** Nobody is asked to log in, and a logged-in person sends it without their identity. */
    @JsonProperty("anonymous")
    ANONYMOUS,
    /** Only someone who has logged in with an e-ID. */
    @JsonProperty("eid")
    EID_REQUIRED,
    /** With or without e-ID; the sender chooses. */
    @JsonProperty("both")
    BOTH;

    /** True when it may be filled in without login. */
    public boolean allowsAnonymous() {
        return this != EID_REQUIRED;
    }

    /** True when a logged-in sender's identity is kept with the form. */
    public boolean allowsPerson() {
        return this != ANONYMOUS;
    }
}
