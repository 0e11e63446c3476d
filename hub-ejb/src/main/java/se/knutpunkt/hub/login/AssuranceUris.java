package se.knutpunkt.hub.login;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The URIs by which identity providers name levels of assurance (Swedish framework, Registry section 3.1.1), and the
 * level that each reaches. Equal to the Swedish levels are the eIDAS levels low, substantial and high: 2, 3 and 4.
 */
public final class AssuranceUris {
    private static final String SWEDISH = "http://id.elegnamnden.se/loa/1.0/";
    private static final String SWEDEN_CONNECT = "http://id.swedenconnect.se/loa/1.0/";

    private static final Map<String, AssuranceLevel> LEVELS = table();

    private AssuranceUris() {}

    private static Map<String, AssuranceLevel> table() {
        Map<String, AssuranceLevel> levels = new LinkedHashMap<>();
        for (AssuranceLevel level : AssuranceLevel.values()) {
            levels.put(SWEDISH + level.code(), level);
        }
        levels.put(SWEDISH + "eidas-low", AssuranceLevel.LOA2);
        levels.put(SWEDISH + "eidas-sub", AssuranceLevel.LOA3);
        levels.put(SWEDISH + "eidas-high", AssuranceLevel.LOA4);
        levels.put(SWEDISH + "eidas-nf-low", AssuranceLevel.LOA2);
        levels.put(SWEDISH + "eidas-nf-sub", AssuranceLevel.LOA3);
        levels.put(SWEDISH + "eidas-nf-high", AssuranceLevel.LOA4);
        levels.put(SWEDEN_CONNECT + "loa2-nonresident", AssuranceLevel.LOA2);
        levels.put(SWEDEN_CONNECT + "loa3-nonresident", AssuranceLevel.LOA3);
        levels.put(SWEDEN_CONNECT + "loa4-nonresident", AssuranceLevel.LOA4);
        levels.put(SWEDEN_CONNECT + "uncertified-loa2", AssuranceLevel.LOA2);
        levels.put(SWEDEN_CONNECT + "uncertified-loa3", AssuranceLevel.LOA3);
        levels.put(SWEDEN_CONNECT + "uncertified-eidas-low", AssuranceLevel.LOA2);
        levels.put(SWEDEN_CONNECT + "uncertified-eidas-sub", AssuranceLevel.LOA3);
        levels.put(SWEDEN_CONNECT + "uncertified-eidas-high", AssuranceLevel.LOA4);
        return Collections.unmodifiableMap(levels);
    }

    /** The level that a URI reaches; empty for a URI that is none of the framework's. */
    public static Optional<AssuranceLevel> level(String uri) {
        return Optional.ofNullable(LEVELS.get(uri));
    }

    /** The URI of a Swedish level. */
    public static String swedish(AssuranceLevel level) {
        return SWEDISH + level.code();
    }

    /**
     * What to ask a provider for: the Swedish levels that reach the need, the lowest first, then those of the accepted
     * others that do.
     *
     * @param accepted URIs that the operator accepts beside the Swedish levels
     */
    public static Set<String> asked(AssuranceLevel need, Collection<String> accepted) {
        Set<String> asked = new LinkedHashSet<>();
        Arrays.stream(AssuranceLevel.values())
                .filter(level -> level.reaches(need))
                .map(AssuranceUris::swedish)
                .forEach(asked::add);
        accepted.stream()
                .filter(uri -> level(uri).filter(level -> level.reaches(need)).isPresent())
                .forEach(asked::add);
        return Collections.unmodifiableSet(asked);
    }

    /**
     * Reads an operator's list.
     *
     * @param list URIs or their last parts ({@code loa3}, {@code eidas-nf-sub}), comma-separated
     * @throws IllegalArgumentException when it names none, or one that is not the framework's
     */
    public static List<String> parse(String list) {
        List<String> uris = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(AssuranceUris::uri)
                .collect(Collectors.toUnmodifiableList());
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("No level of assurance is named");
        }
        return uris;
    }

    private static String uri(String name) {
        return LEVELS.keySet().stream()
                .filter(uri -> uri.equals(name) || uri.endsWith("/1.0/" + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No level of assurance is called " + name));
    }
}
