package se.knutpunkt.hub.casefile;

import jakarta.ejb.Local;
import java.util.List;
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
     * Finds the cases of source systems' numbers, or makes them, in the caller's transaction and in few statements. A
     * number is unique within an authority: a source of another authority with the same number gets another case.
     *
     * @return in the same order; empty where the authority already has a case of another type by the number
     * @throws se.knutpunkt.hub.register.UnknownCaseType when a case type is unknown or closed
     */
    List<Optional<OpenedCase>> bindAll(List<ForeignCase> foreign);

    /** The case by its internal id. */
    Optional<CaseFile> get(long id);

    /** The case by its public id. */
    Optional<CaseFile> find(String publicId);
}
