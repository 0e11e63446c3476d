package se.knutpunkt.hub.policy;

/**
 * All events of which the policy asks the same. There are few: a list decides each class once and asks the database for
 * events of those that may be seen.
 *
 * @param kind the last part of {@code kundhandelseTyp}, or {@link #UNCOUNTED}
 * @param shown the source lets citizens see it
 * @param marking the provision it is marked as secret by (OSL 5:5); empty for none, {@link #UNCOUNTED} for one
 *     that is not told apart
 * @param keptFromGuardian secret against the guardian (OSL 12:3, 26:2)
 * @param keepsReporter holds data of whoever reported (OSL 26:5)
 * @param partyOnly holds data of the party that nobody who acts for another is to see
 */
public record EventClass(
        String caseType,
        String kind,
        boolean shown,
        String marking,
        boolean keptFromGuardian,
        boolean keepsReporter,
        boolean partyOnly) {

    /** Beyond the kinds of event that are counted for a case type; what any line says of any kind holds for it. */
    public static final String UNCOUNTED = "*";

    /** An event of a case type with nothing particular. */
    public static EventClass plain(String caseType) {
        return new EventClass(caseType, "", true, "", false, false, false);
    }

    /** Whether its kind was one too many. */
    boolean isOfUncountedKind() {
        return kind.equals(UNCOUNTED);
    }

    /** The same of a kind that is not counted. */
    EventClass ofUncountedKind() {
        return new EventClass(caseType, UNCOUNTED, shown, marking, keptFromGuardian, keepsReporter, partyOnly);
    }

    /** The same of a kind and a provision that are not counted; there are sixteen such classes of a case type and the like. */
    EventClass ofUncountedKindAndMarking() {
        String any = marking.isEmpty() ? "" : UNCOUNTED;
        return new EventClass(caseType, UNCOUNTED, shown, any, keptFromGuardian, keepsReporter, partyOnly);
    }
}
