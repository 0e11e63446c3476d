package se.knutpunkt.hub.consent;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets somebody see: the events of an authority, or of one branch of it, about that person. It lifts the
 * secrecy that protects the person who gave it and nobody else (OSL 10:1, 12:2), so that what is marked, or keeps others'
 * data, stays as it is. A boundary runs round each independent branch (OSL 8:2): one that names no branch is of what lies in
 * none, on either side.
 *
 * @param about code of the authority whose events
 * @param aboutBranch code of its branch; null for what lies in no branch
 * @param to code of the authority whose handlers may see them; null for the contact centre
 * @param toBranch code of the branch where those handlers work; null for those of no branch, and for the contact centre
 * @param until the last day, by the Swedish date
 */
public record Consent(
        String about,
        @Nullable String aboutBranch,
        @Nullable String to,
        @Nullable String toBranch,
        LocalDate until) {

    /**
     * @throws IllegalArgumentException for what the receiver has itself, which needs no consent, and for a branch of nobody
     */
    public Consent {
        if (about.equals(to) && Objects.equals(aboutBranch, toBranch)) {
            throw new IllegalArgumentException("An authority sees its own");
        }
        if (to == null && toBranch != null) {
            throw new IllegalArgumentException("A branch is of an authority");
        }
    }

    /** One between what lies in no branch. */
    public Consent(String about, @Nullable String to, LocalDate until) {
        this(about, null, to, null, until);
    }

    /**
     * Whether the contact centre may see what an authority has.
     *
     * @param branch of it; null for what lies in none
     */
    public boolean letsContactCentreSee(String authority, @Nullable String branch) {
        return to == null && isAbout(authority, branch);
    }

    /**
     * Whether the handlers of one authority may see what another has.
     *
     * @param handlersBranch where they work; null for no branch
     * @param branch of the other; null for what lies in none
     */
    public boolean letsSee(
            String handlers, @Nullable String handlersBranch, String authority, @Nullable String branch) {
        return handlers.equals(to) && Objects.equals(handlersBranch, toBranch) && isAbout(authority, branch);
    }

    private boolean isAbout(String authority, @Nullable String branch) {
        return about.equals(authority) && Objects.equals(aboutBranch, branch);
    }
}
