package se.knutpunkt.eforms.document;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.representation.Relation;

/**
 * What a document says around the answers.
 *
 * @param handover public id of the hand-over: the same in every try
 * @param caseNumber our number of the case
 * @param authority code of the authority that owns the case type
 * @param submitted when the form was made available to the authority
 */
public record Envelope(
        String handover, String caseNumber, String caseType, String authority, Instant submitted, Applicant applicant) {

    /**
     * Who sent the form.
     *
     * @param kind how the sender is known
     * @param number the identity number; null without login
     * @param name null exactly for an anonymous sender
     * @param level how surely the person is known; null without login
     * @param behalf whom the sender acted for, who is then the party of the case; null for the sender's own
     */
    public record Applicant(
            SenderKind kind,
            @Nullable IdentityNumber number,
            @Nullable String name,
            @Nullable AssuranceLevel level,
            @Nullable Represented behalf) {

        /** Someone who acts for nobody else. */
        public Applicant(
                SenderKind kind,
                @Nullable IdentityNumber number,
                @Nullable String name,
                @Nullable AssuranceLevel level) {
            this(kind, number, name, level, null);
        }
    }

    /**
     * Whom a sender acted for.
     *
     * @param relation the ground when it was sent
     */
    public record Represented(IdentityNumber number, String name, Relation relation) {}

    /** How a document writes a ground. */
    static String code(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }

    /** How a document writes the way a sender is known. */
    static String code(SenderKind kind) {
        return switch (kind) {
            case E_ID -> "eid";
            case STATED -> "stated";
            case ANONYMOUS -> "anonymous";
        };
    }
}
