package se.knutpunkt.hub.source;

import jakarta.ejb.Local;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;

/** The source systems as staff keep them. Each change is kept with its who and when; nothing is deleted. */
@Local
public interface SourceRegister {

    /** All sources by code, closed ones too. */
    List<KeptSource> all();

    /** The source of a code, closed or not. */
    Optional<KeptSource> find(String code);

    /** How many sources in use are silent longer than their rhythm. */
    int silent();

    /** What each source sent; one that sent nothing lately is left out. */
    Map<String, SourceRates> rates();

    /** The keys of a source, the newest first. */
    List<SourceKey> keys(String code);

    /** How many keys of each source count now; one without is left out. */
    Map<String, Integer> livingKeys();

    /** The latest changes of a source, the newest first; at most 100. */
    List<SourceChange> changes(String code);

    /**
     * Registers a source, which may send as soon as it has a key.
     *
     * @return whether it was; false when the code is taken
     */
    boolean add(SourceSettings settings, StaffId by);

    /**
     * Changes a source; counts on every node within seconds.
     *
     * @param seen the version that was seen
     * @return whether it was changed, or was so already; false when another has changed it since it was seen
     */
    boolean change(SourceSettings settings, int seen, StaffId by);

    /**
     * Makes a key, which counts at once.
     *
     * @param othersEndIn when the keys that count now cease to; null when they do not, or end earlier
     * @return the key, which nobody can read again; empty when there is no such source in use
     */
    Optional<String> makeKey(String code, @Nullable Duration othersEndIn, StaffId by);

    /**
     * Revokes a key: no node takes it two seconds later.
     *
     * @return whether it was; false when the source has no such key that counts
     */
    boolean revoke(String code, long key, StaffId by);

    /**
     * Takes a source out of use: no node takes its keys two seconds later.
     *
     * @return whether it was; false when it was not in use
     */
    boolean close(String code, StaffId by);

    /** Keeps in the history of a source what another room has changed of it, in the caller's transaction. */
    void note(String code, SourceChange.What what, String before, String after, StaffId by);

    /** Takes a source in use again, with the keys it has; whether it was closed. */
    boolean reopen(String code, StaffId by);
}
