package se.knutpunkt.hub.disclosure;

/**
 * How many events there are, as far as it may be told. Fewer than five of a class are never told: of so few it could be
 * guessed whose they are. Of classes that are themselves close to somebody the number is told in whole tens, so that two
 * looks do not tell of one more event. It is worked out class by class, so that no sum gives away one of its parts.
 *
 * @param told of the classes of which it is told
 * @param few how many classes have fewer than five
 * @param rounded whether some of what is told is in whole tens
 */
public record Extent(long told, int few, boolean rounded) {
    /** No class at all. */
    static final Extent NONE = new Extent(0, 0, false);

    private static final int LEAST = 5;
    private static final int TEN = 10;

    /**
     * Of one class.
     *
     * @param careful whether the class is close to somebody
     */
    static Extent of(long events, boolean careful) {
        if (events < LEAST) {
            return new Extent(0, 1, false);
        }
        return careful ? new Extent((events + LEAST) / TEN * TEN, 0, true) : new Extent(events, 0, false);
    }

    Extent plus(Extent other) {
        return new Extent(told + other.told, few + other.few, rounded || other.rounded);
    }

    /** Whether it is of no class. */
    public boolean isNone() {
        return told == 0 && few == 0;
    }
}
