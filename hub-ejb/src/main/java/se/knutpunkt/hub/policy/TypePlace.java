package se.knutpunkt.hub.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a case type belongs.
 *
 * @param branch null when its authority has none for it
 */
public record TypePlace(
        String caseType,
        String sector,
        String authority,
        @Nullable String branch) {

    /** Whether what holds for a place holds for the case type. */
    public boolean isIn(Place place) {
        return switch (place.level()) {
            case MUNICIPALITY -> true;
            case SECTOR -> place.code().equals(sector);
            case AUTHORITY -> place.code().equals(authority);
            case BRANCH -> place.code().equals(branch);
            case CASE_TYPE -> place.code().equals(caseType);
        };
    }
}
