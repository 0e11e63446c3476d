package se.knutpunkt.hub.casefile;

import jakarta.ejb.Local;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Those of the cases that are known, whatever their type. */
    Map<CaseKey, KnownCase> find(Set<CaseKey> keys);

    /**
     * Makes cases of source systems in the caller's transaction. One that someone else has made meanwhile is answered as
     * it is, perhaps with another type.
     *
     * @param foreign with different keys, in their order, so that two that make the same cases wait for each other
     */
    Map<CaseKey, KnownCase> make(Map<CaseKey, ForeignCase> foreign);

    /** Keeps others from writing to the cases until the caller's transaction ends. */
    void lock(Set<Long> ids);

    /** Notes what is known of a source system's case, all of it, in the caller's transaction. */
    void tell(long id, ForeignCase facts);

    /**
     * Makes a source system's case a part of one that was opened here, in the caller's transaction: ours is its main case,
     * and to the citizen they are one. The system's case may be known by events of it already. Binding the same again
     * changes nothing; a system that goes on with our number binds nothing.
     *
     * @param mainCase internal id of the case opened here
     * @return internal id of the system's case
     * @throws CaseBoundElsewhere when the number is that of a case of another system, type, party or main case
     */
    long bind(long mainCase, String source, String caseNumber);

    /** The case by its internal id. */
    Optional<CaseFile> get(long id);

    /** The case by its public id. */
    Optional<CaseFile> find(String publicId);
}
