package se.knutpunkt.hub.register;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;

/** The registered source systems. */
@Local
public interface SourceSystems {

    /** The source that holds a key, found by the key's SHA-256; empty for a key nobody holds. */
    Optional<SourceSystem> byKey(String key);

    /** The source of a code. */
    Optional<SourceSystem> find(String code);

    /** All sources by code. */
    List<SourceSystem> all();

    /** Notes that a source was heard now, in the caller's transaction. */
    void heard(String code);
}
