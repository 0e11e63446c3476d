package se.knutpunkt.hub.casefile;

import jakarta.ejb.Local;
import java.util.Optional;

/** The cases of the hub. */
@Local
public interface Cases {

    /**
     * Opens a case with the next number of its series, in the caller's transaction. The series has a row of its own
     * that stays locked until commit, so that numbers have no gaps; call it late in the transaction.
     *
     * @throws se.knutpunkt.hub.register.UnknownCaseType when the case type is unknown or closed
     */
    OpenedCase open(NewCase newCase);

    /**
     * Finds the case of a source system's number, or makes one, in the caller's transaction. A number is unique
     * within an authority: a source of another authority with the same number gets another case.
     *
     * @throws se.knutpunkt.hub.register.UnknownCaseType when the case type is unknown or closed
     * @throws CaseOfOtherType when the authority already has a case of another type by the number
     */
    OpenedCase bind(ForeignCase foreign);

    /** The case by its internal id. */
    Optional<CaseFile> get(long id);

    /** The case by its public id. */
    Optional<CaseFile> find(String publicId);
}
