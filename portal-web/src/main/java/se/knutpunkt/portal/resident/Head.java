package se.knutpunkt.portal.resident;

import java.util.List;

/**
 * What stands on every page of a look-up.
 *
 * @param list address of the newest events
 * @param number of the person, as it was typed
 * @param ground by which is looked, in words
 * @param until when the look-up is over
 * @param grounds the reader's, to change between
 * @param protectedData the person has protected personal data
 */
public record Head(
        String list, String number, String ground, String until, List<Switch> grounds, boolean protectedData) {

    /** A ground to look by; a click changes to it. */
    public record Switch(String text, String help, String address, boolean current) {}
}
