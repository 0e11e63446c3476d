package se.knutpunkt.eforms.submission;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.hub.party.PartyId;

/** Sent forms. A submission keeps the reference of its draft: an anonymous sender's private link leads to the receipt. */
@Local
public interface Submissions {

    /**
     * Sends a draft in one transaction. Sending a sent draft again changes nothing and gives the first receipt.
     *
     * @param locale the language of the receipt
     * @throws se.knutpunkt.eforms.fill.DraftNotFound when the filler has no such draft
     * @throws se.knutpunkt.eforms.fill.VersionEnded when the day has passed until which its version may be sent
     * @throws NotComplete when something is missing or wrong; it now stands beside its fields in the draft
     * @throws se.knutpunkt.eforms.fill.NotScanned when files wait to be searched for viruses
     * @throws se.knutpunkt.eforms.fill.LoginRequired when the form wants a person and the filler is anonymous
     * @throws se.knutpunkt.eforms.fill.NotRepresented when the filler may no longer act for whom the draft is for
     */
    Receipt submit(DraftRef ref, Filler filler, Locale locale);

    /** The receipt of a sent draft; empty when the draft is not sent or not this filler's. */
    Optional<Receipt> receipt(DraftRef ref, Filler filler);

    /**
     * The receipt as PDF, byte for byte as it was made when the form was sent.
     *
     * @throws se.knutpunkt.eforms.fill.DraftNotFound when the filler has no such submission
     */
    byte[] receiptPdf(DraftRef ref, Filler filler);

    /** The person's receipts of what they sent for themself, newest first. */
    default List<Receipt> own(PartyId party) {
        return own(party, null);
    }

    /**
     * The person's receipts in one role, newest first.
     *
     * @param represented whom the person acts for; null for themself
     */
    List<Receipt> own(PartyId party, @Nullable PartyId represented);

    /**
     * A submission with all its answers, for staff. The caller has checked the permission and writes the access log.
     *
     * @param caseId internal id of the case it opened
     */
    Optional<SubmittedForm> ofCase(long caseId, Locale locale);
}
