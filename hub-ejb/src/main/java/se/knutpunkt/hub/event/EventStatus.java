package se.knutpunkt.hub.event;

/**
 * What kind of event it is.
 *
 * @param type {@code kundhandelseTyp}: {@code PREFIX.ARENDETYP.HANDELSETYP}
 * @param needsAction the citizen has to do something ({@code producentarendetKraverKundatgard})
 * @param done the case is finished with this event ({@code producentarendetKlart})
 * @param diaryEvent the law also requires it in the diary
 * @param shownToCitizen false keeps it from every citizen
 */
public record EventStatus(String type, boolean needsAction, boolean done, boolean diaryEvent, boolean shownToCitizen) {}
