package se.knutpunkt.hub.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One rule of who may see what.
 *
 * @param key what the line is called in explanations and in the access log; the same through all its changes
 * @param place what it holds for
 * @param capacity for whom
 * @param ages for persons of which age the event concerns
 * @param eventKind for which kind of event, the last part of its {@code kundhandelseTyp}; null for all
 * @param marking for events marked as secret by which provision, {@link #ANY_MARKING} for any; null for all events
 * @param from the first Swedish day on which it holds; null from the beginning
 * @param until the last; null for no end
 * @param degree how much is shown
 * @param ground what it rests on; each line has one
 * @param words the municipality's own reading, in Swedish
 */
public record PolicyLine(
        String key,
        Place place,
        Capacity capacity,
        AgeBand ages,
        @Nullable String eventKind,
        @Nullable String marking,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Degree degree,
        LegalGround ground,
        String words) {

    /** Any provision at all. */
    public static final String ANY_MARKING = "*";

    /** Whether it holds on a Swedish day. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether it speaks of events of a class, for whoever it concerns at that age. */
    boolean speaksOf(TypePlace type, EventClass event, @Nullable Integer age) {
        return type.isIn(place) && ages.contains(age) && speaksOfKind(event) && speaksOfMarking(event);
    }

    private boolean speaksOfKind(EventClass event) {
        return eventKind == null || eventKind.equals(event.kind()) || event.isOfUncountedKind();
    }

    private boolean speaksOfMarking(EventClass event) {
        return marking == null
                || (!event.marking().isEmpty()
                        && (marking.equals(ANY_MARKING)
                                || marking.equals(event.marking())
                                || event.marking().equals(EventClass.UNCOUNTED)));
    }

    /**
     * How narrowly it speaks: the narrower place goes first, then a kind of event, then a provision before any marking,
     * then ages. Of two that speak as narrowly the stricter stands.
     */
    int narrowness() {
        int byMarking = marking == null ? 0 : marking.equals(ANY_MARKING) ? 1 : 2;
        return ((place.level().narrowness() * 2 + (eventKind == null ? 0 : 1)) * 3 + byMarking) * 2
                + (ages.isLimited() ? 1 : 0);
    }
}
