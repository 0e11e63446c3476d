package se.knutpunkt.eforms.submission;

import java.time.Instant;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.fill.DraftRef;

/**
 * What the sender gets.
 *
 * @param ref reference of the draft that was sent
 * @param form the definition it was sent with: what happens next stands in it
 * @param caseType code of the case type of the case
 * @param caseNumber the case number people see
 * @param casePublicId the case in addresses
 * @param awaitsGuardian it was sent by one guardian and needs the other as well
 * @param received when it was made available to the authority (FL 22 §)
 * @param pdfSha256 SHA-256 of the receipt PDF, 64 hexadecimal digits
 */
public record Receipt(
        DraftRef ref,
        FormDefinition form,
        String caseType,
        String caseNumber,
        String casePublicId,
        boolean awaitsGuardian,
        Instant received,
        String pdfSha256) {}
