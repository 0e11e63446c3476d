package se.knutpunkt.hub.register;

import java.util.List;
import java.util.Set;

/** What a register file says, checked. */
record RegisterContent(
        List<Authority> authorities, List<Branch> branches, List<CaseType> caseTypes, List<NewSource> sources) {

    /**
     * A source to register.
     *
     * @param keySha256 SHA-256 of each of its keys, 64 hexadecimal digits
     */
    record NewSource(
            String code,
            Name name,
            String authority,
            Set<String> caseTypes,
            Set<String> keySha256,
            int expectedRhythmMinutes) {}
}
