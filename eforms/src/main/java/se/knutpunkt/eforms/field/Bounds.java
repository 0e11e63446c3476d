package se.knutpunkt.eforms.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Texts;

/** Checks of a definition's limits that several types share. */
final class Bounds {

    private final List<DefinitionFault> faults = new ArrayList<>();

    /** The two limits must not be reversed; one that is missing bounds nothing. */
    <T extends Comparable<T>> Bounds ordered(@Nullable T low, @Nullable T high, String lowName, String highName) {
        if (low != null && high != null && low.compareTo(high) > 0) {
            add(
                    highName,
                    "”%s” är mindre än ”%s”.".formatted(highName, lowName),
                    "“%s” is less than “%s”.".formatted(highName, lowName));
        }
        return this;
    }

    /** The limit must lie between two bounds of the type itself. */
    Bounds within(@Nullable Integer value, int least, int most, String name) {
        if (value != null && (value < least || value > most)) {
            add(
                    name,
                    "”%s” ska vara mellan %d och %d.".formatted(name, least, most),
                    "“%s” must be between %d and %d.".formatted(name, least, most));
        }
        return this;
    }

    /** The word must be one of those that the type knows. */
    Bounds oneOf(String word, Set<String> known, String name) {
        if (!known.contains(word)) {
            String all = String.join(", ", new TreeSet<>(known));
            add(
                    name,
                    "”%s” ska vara något av %s.".formatted(name, all),
                    "“%s” must be one of %s.".formatted(name, all));
        }
        return this;
    }

    /**
     * Whether a bound lets through all that an earlier one did; one that is missing lets through all.
     *
     * @param side 1 for a least value, -1 for a greatest
     */
    static <T extends Comparable<? super T>> boolean within(@Nullable T now, @Nullable T before, int side) {
        return now == null || (before != null && before.compareTo(now) * side >= 0);
    }

    Bounds add(String name, String swedish, String english) {
        faults.add(new DefinitionFault("/limits/" + name, Texts.of(swedish, english)));
        return this;
    }

    List<DefinitionFault> faults() {
        return List.copyOf(faults);
    }
}
