package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a computed value is. */
public enum Result {
    /** A number with as many decimals as the field has. */
    @JsonProperty("number")
    NUMBER,
    /** A line of text. */
    @JsonProperty("text")
    TEXT,
    /** A date. */
    @JsonProperty("date")
    DATE
}
