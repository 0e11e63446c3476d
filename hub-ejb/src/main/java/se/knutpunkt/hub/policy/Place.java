package se.knutpunkt.hub.policy;

/**
 * What a line holds for.
 *
 * @param code of the sector, authority, branch or case type; empty for the municipality
 */
public record Place(Level level, String code) implements Comparable<Place> {
    /** The municipality as a whole. */
    public static final Place MUNICIPALITY = new Place(Level.MUNICIPALITY, "");

    /** @throws IllegalArgumentException when a code is missing, or too much */
    public Place {
        if ((level == Level.MUNICIPALITY) != code.isEmpty()) {
            throw new IllegalArgumentException("A place has a code unless it is the municipality");
        }
    }

    @Override
    public int compareTo(Place other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : code.compareTo(other.code);
    }
}
