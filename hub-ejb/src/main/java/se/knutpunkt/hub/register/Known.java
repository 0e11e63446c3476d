package se.knutpunkt.hub.register;

import java.util.Optional;

/** The register that a sheet is checked against. */
public interface Known {

    /** Whether it is there, closed or not. */
    boolean has(RegisterKind kind, String code);

    /** Whether it is there and closed. */
    boolean isClosed(RegisterKind kind, String code);

    /** The authority that a branch belongs to. */
    Optional<String> authorityOfBranch(String branch);

    /** Whether another case type than {@code code} has the prefix. */
    boolean isPrefixTaken(String prefix, String code);
}
