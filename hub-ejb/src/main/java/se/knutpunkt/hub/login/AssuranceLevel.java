package se.knutpunkt.hub.login;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How surely it is known who logged in: the Swedish levels of assurance (tillitsnivåer), the weakest first. */
public enum AssuranceLevel {
    /** Self-asserted. */
    LOA1(1),
    /** Some confidence. */
    LOA2(2),
    /** High confidence: what most public e-services need. */
    LOA3(3),
    /** Very high confidence. */
    LOA4(4);

    private final int rank;

    AssuranceLevel(int rank) {
        this.rank = rank;
    }

    /** Whether a login at this level may do what needs the other. */
    public boolean reaches(AssuranceLevel need) {
        return rank >= need.rank;
    }

    /** As form definitions, settings and addresses write it: {@code loa3}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level as the person reads it: 3. */
    public int number() {
        return rank;
    }

    /** The level of a code; empty for any other text. */
    public static Optional<AssuranceLevel> of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }
}
