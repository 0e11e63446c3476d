package se.knutpunkt.hub.casefile;

import java.util.Comparator;

/**
 * What makes a case of a source system unique: a source of another authority with the same number has another case.
 *
 * @param authority code of the authority that owns the case type
 * @param caseNumber the source's own number
 */
public record CaseKey(String authority, String caseNumber) implements Comparable<CaseKey> {
    private static final Comparator<CaseKey> ORDER =
            Comparator.comparing(CaseKey::authority).thenComparing(CaseKey::caseNumber);

    @Override
    public int compareTo(CaseKey other) {
        return ORDER.compare(this, other);
    }
}
