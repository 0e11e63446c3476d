package se.knutpunkt.hub.event;

import se.knutpunkt.hub.event.EventWriter.Checked;

/** How much is written in one transaction: the first event always, then as many as keep the statements small. */
final class GroupSize {
    static final int MOST = 100;

    /** In characters; sealed and in UTF-8 they stay well below MariaDB's {@code max_allowed_packet} of 16 MiB. */
    static final int MOST_TEXT = 2_000_000;

    private int events;
    private int text;

    /** Whether one more has room, which it then takes. */
    boolean takes(Checked checked) {
        int length = length(checked.event());
        if (events > 0 && (events == MOST || text + length > MOST_TEXT)) {
            return false;
        }
        events++;
        text += length;
        return true;
    }

    private static int length(IncomingEvent event) {
        String information = event.references().information();
        return event.wording().description().length() + (information == null ? 0 : information.length());
    }
}
