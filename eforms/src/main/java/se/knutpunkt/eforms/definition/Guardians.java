package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many of a child's guardians a form needs when it is filled in for a child (FB 6:13). */
public enum Guardians {
    /** Any of them. */
    @JsonProperty("one")
    ONE,
    /** All of them: one sends it, and the others are told that it waits for them. */
    @JsonProperty("both")
    BOTH
}
