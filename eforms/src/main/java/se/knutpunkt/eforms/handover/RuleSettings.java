package se.knutpunkt.eforms.handover;

import java.net.URI;
import java.time.Duration;

/**
 * What staff decide of a rule.
 *
 * @param form last part of the form's address
 * @param source code of a system that may signal the form's case type
 * @param address where it takes documents; has passed {@code Courier.wrong}
 * @param alarmAfter how long after the submission staff are alarmed, whole minutes from 5 to {@link #LONGEST_ALARM}
 */
public record RuleSettings(String form, String source, Format format, URI address, Duration alarmAfter) {

    /** The longest time without alarm. */
    public static final Duration LONGEST_ALARM = Duration.ofDays(30);

    /** The shortest time without alarm. */
    public static final Duration SHORTEST_ALARM = Duration.ofMinutes(5);
}
