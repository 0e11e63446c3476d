package se.knutpunkt.hub.secrecy;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;

/**
 * A provision of the Public Access to Information and Secrecy Act (2009:400).
 *
 * @param code how it is written everywhere, such as {@code OSL 26:1} or {@code OSL 23:2 1 st}
 * @param area where it applies
 * @param test when the data is secret
 * @param subject which data, or what the provision does
 * @param years how long secrecy lasts at most; null when the provision sets no limit
 * @param note what else is good to know; empty for nothing
 */
public record Provision(
        String code,
        Kind kind,
        Name area,
        DamageTest test,
        Name subject,
        @Nullable Integer years,
        Name note) {

    /** What a provision does. */
    public enum Kind {
        /** Makes data secret: the one kind that a marking may name. */
        SECRECY,
        /** Says between whom secrecy applies, or where it ends. */
        REACH,
        /** Lifts secrecy, or says towards whom it does not apply. */
        LIFTS
    }

    /** When the data is secret (skaderekvisit). */
    public enum DamageTest {
        /** Secret unless it is clear that disclosure does no harm (omvänt). */
        REVERSED,
        /** Public unless disclosure may be assumed to do harm (rakt). */
        STRAIGHT,
        /** Public unless there is a special reason to assume harm. */
        SPECIAL_REASON,
        /** Secret when it may be assumed that someone is in danger. */
        DANGER,
        /** Secret when the purpose of a measure makes it necessary. */
        NECESSARY,
        /** Always secret. */
        ABSOLUTE,
        /** Different for different data; the note says which. */
        MIXED,
        /** The provision makes nothing secret. */
        NONE
    }

    /** Whether a marking may name it (OSL 5:5). */
    public boolean marks() {
        return kind == Kind.SECRECY;
    }
}
