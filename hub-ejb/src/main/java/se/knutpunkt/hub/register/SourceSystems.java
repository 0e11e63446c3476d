package se.knutpunkt.hub.register;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;

/** The registered source systems. */
@Local
public interface SourceSystems {

    /** The source of a code, in use or not. */
    Optional<SourceSystem> find(String code);

    /** All sources in use, by code. */
    List<SourceSystem> all();

    /** Notes that a source was heard now, in the caller's transaction. */
    void heard(String code);
}
