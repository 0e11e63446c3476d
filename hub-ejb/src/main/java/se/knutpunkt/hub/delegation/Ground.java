package se.knutpunkt.hub.delegation;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Branch;
import se.knutpunkt.hub.register.CaseType;

/**
 * One ground on which a staff member may work with cases.
 *
 * @param kind whether it is the staff member's own authority or a delegation
 * @param authority code of the authority whose cases
 * @param branch code of the independent branch of it; null for what lies in no branch, since a boundary runs round each
 *     (OSL 8:2)
 * @param caseTypes codes of the case types; empty for all of the authority or branch
 * @param right what it lets the staff member do
 * @param reference the decision it rests on; null for the own authority
 */
public record Ground(
        Kind kind,
        String authority,
        @Nullable String branch,
        Set<String> caseTypes,
        Right right,
        @Nullable String reference) {

    /** What it comes of. */
    public enum Kind {
        /** The staff member works for the authority. */
        OWN,
        /** The authority has delegated it. */
        DELEGATED
    }

    /** Copies the set, so that the ground can't change. */
    public Ground {
        caseTypes = Set.copyOf(caseTypes);
    }

    /** Whether it reaches cases of a type: inside its boundary, and named when it names any. */
    public boolean covers(CaseType type) {
        Branch of = type.branch();
        return covers(type.code(), type.authority().code(), of == null ? null : of.code());
    }

    /**
     * The same of a case type by its code and where it belongs.
     *
     * @param ofBranch code of its branch; null for none
     */
    public boolean covers(String caseType, String ofAuthority, @Nullable String ofBranch) {
        return authority.equals(ofAuthority)
                && Objects.equals(branch, ofBranch)
                && (caseTypes.isEmpty() || caseTypes.contains(caseType));
    }
}
