package se.knutpunkt.hub.casefile;

import java.time.LocalDate;

/**
 * A mark that secrecy can be assumed (OSL 5:5). A warning only: each disclosure is tested anew.
 *
 * @param provision the provision it rests on, for instance {@code OSL 26:1}; never blank
 * @param date when the mark was made, Swedish date
 * @param authority code of the authority that made it
 */
public record SecrecyMark(String provision, LocalDate date, String authority) {

    /** A mark without its provision is none (TF 2:20). */
    public SecrecyMark {
        if (provision.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException("A secrecy mark states its provision and authority");
        }
    }
}
