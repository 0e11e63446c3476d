package se.knutpunkt.portal.source;

import java.util.List;

/**
 * The files that a source has announced and not sent.
 *
 * @param back to the source
 * @param message what was just done; empty for nothing
 */
public record FilesView(String title, String back, List<Awaited> awaited, List<GivenUp> givenUp, String message) {

    /** A file that is waited for; the address is that of the question whether to go on waiting. */
    public record Awaited(String event, int position, String type, String when, String address) {}

    /** A file that nobody waits for; it may have arrived all the same. */
    public record GivenUp(String event, int position, String when, String by, String reason, boolean arrived) {}
}
