package se.knutpunkt.hub.event;

/** The contexts under which the texts of events are sealed; shared with their one reader, the disclosure. */
public final class EventSeals {

    /** The headline. */
    public static final String HEADLINE = "case_event.headline";

    /** The neutral summary. */
    public static final String SUMMARY = "case_event.summary";

    /** The fuller text. */
    public static final String DESCRIPTION = "case_event.description";

    /** The link. */
    public static final String LINK = "case_event.link";

    /** Free information and tags, as a JSON object. */
    public static final String INFORMATION = "case_event.information";

    /** The name of an attachment. */
    public static final String ATTACHMENT_NAME = "case_event_attachment.name";

    /** Why a party may not have an attachment. */
    public static final String WITHHELD_REASON = "case_event_attachment.withheld_reason";

    /** What the party may know of it. */
    public static final String WITHHELD_TOLD = "case_event_attachment.withheld_told";

    /** The hash of an attachment that is to come. */
    static final String ATTACHMENT_HASH = "event_attachment_awaited.sha256";

    private EventSeals() {}
}
