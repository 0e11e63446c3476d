package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a logged-in person's profile a field is filled in with; the person may change it. */
public enum Prefill {
    @JsonProperty("name")
    NAME,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("phone")
    PHONE
}
