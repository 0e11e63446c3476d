package se.knutpunkt.hub.register;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;

/** The registered case types and the authorities that own them. */
@Local
public interface CaseTypes {

    /**
     * A case type in use.
     *
     * @throws UnknownCaseType when it is not registered, or closed
     */
    CaseType get(String code);

    /** A case type, closed or not. */
    Optional<CaseType> find(String code);

    /** All case types by code, closed ones included. */
    List<CaseType> all();

    /** All authorities by code. */
    List<Authority> authorities();

    /** All independent branches by code. */
    List<Branch> branches();

    /** Whether an authority has the code; known within seconds of a change, and seldom asked of the database. */
    boolean isAuthority(String code);
}
