package se.knutpunkt.eforms.handover;

import java.time.Duration;
import java.time.Instant;

/**
 * Which system takes over what is sent by a form.
 *
 * @param form last part of the form's address
 * @param source code of the system
 * @param endpoint id of its endpoint in {@code hub.delivery}
 * @param alarmAfter how long after the submission staff are alarmed, whole minutes
 * @param version counts its changes; who changes it says which one was seen
 * @param changedBy name of the staff member; empty when not known
 */
public record HandoverRule(
        String form,
        String source,
        Format format,
        long endpoint,
        Duration alarmAfter,
        int version,
        Instant changed,
        String changedBy) {}
