package se.knutpunkt.hub.source;

import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;

/**
 * What staff decide of a source.
 *
 * @param code unique and never changed
 * @param authority code of its authority
 * @param caseTypes codes of the case types it may signal
 * @param networks whence its keys count, CIDR with a comma and a blank between; empty for anywhere
 * @param rhythm how often it is expected to be heard, in whole minutes
 * @param eventsPerMinute how many events it may send a minute; null for no limit
 * @param asks codes of the case types it may ask about and be told of, whatever it may signal
 */
public record SourceSettings(
        String code,
        Name name,
        String authority,
        SortedSet<String> caseTypes,
        String networks,
        Duration rhythm,
        @Nullable Integer eventsPerMinute,
        SortedSet<String> asks) {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 150;

    /** Longest list of networks, in characters. */
    public static final int LONGEST_NETWORKS = 1000;

    /** The longest rhythm. */
    public static final Duration LONGEST_RHYTHM = Duration.ofDays(366);

    /** The highest limit. */
    public static final int HIGHEST_LIMIT = 1_000_000;

    /** Codes as the register has them. */
    public static final String CODE = "[a-zåäö0-9-]{2,40}";

    /** Copies the case types, in order. */
    public SourceSettings {
        caseTypes = new TreeSet<>(caseTypes);
        asks = new TreeSet<>(asks);
    }

    /** Of a source that may ask about nothing. */
    public SourceSettings(
            String code,
            Name name,
            String authority,
            SortedSet<String> caseTypes,
            String networks,
            Duration rhythm,
            @Nullable Integer eventsPerMinute) {
        this(code, name, authority, caseTypes, networks, rhythm, eventsPerMinute, new TreeSet<>());
    }

    /** With any set of case types. */
    public static SortedSet<String> ordered(Set<String> caseTypes) {
        return new TreeSet<>(caseTypes);
    }
}
