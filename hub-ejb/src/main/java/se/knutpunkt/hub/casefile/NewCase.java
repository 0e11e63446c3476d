package se.knutpunkt.hub.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A case to open. Class, document type and retention rule follow from the case type and are copied to the case, so
 * that they stay as they were when it was opened.
 *
 * @param caseType code of a registered case type in use
 * @param party whose case it is; null for an anonymous one
 * @param sender the sender as the diary names it, stored sealed; null when not known
 * @param received when the document came in (TF 2:9)
 * @param secrecy null when nothing marks it
 * @param mainCaseNumber the case number this one follows from; null when none
 */
public record NewCase(
        String caseType,
        @Nullable PartyId party,
        Direction direction,
        @Nullable String sender,
        Instant received,
        Titles titles,
        @Nullable SecrecyMark secrecy,
        @Nullable String mainCaseNumber) {}
