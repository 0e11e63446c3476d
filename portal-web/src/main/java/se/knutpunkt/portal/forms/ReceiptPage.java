package se.knutpunkt.portal.forms;

import java.time.LocalDate;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.submission.Receipt;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Dates;

/**
 * What the sender takes away.
 *
 * @param received when it came in, in words
 * @param behalf whom it was sent for and by whom, in words; empty for the sender's own
 * @param awaitsGuardian it needs the other guardian as well
 * @param next what happens now
 * @param answeredBy who answers, in words
 * @param answerBefore the last day of the service promise, in words; empty when nothing is promised
 * @param pdf the local address of the receipt as PDF
 * @param privateLink the address that leads back here; empty for a logged-in person's own
 */
public record ReceiptPage(
        String formTitle,
        String caseNumber,
        String received,
        String behalf,
        boolean awaitsGuardian,
        String next,
        String answeredBy,
        String answerBefore,
        String pdf,
        String privateLink) {

    /** True when only the link leads back. */
    public boolean anonymous() {
        return !privateLink.isEmpty();
    }

    static ReceiptPage of(Receipt receipt, CaseType type, OpenDraft draft, Filler filler, String baseUrl) {
        return new ReceiptPage(
                receipt.form().title().in(draft.locale()),
                receipt.caseNumber(),
                Dates.dateAndTime(receipt.received(), draft.language()),
                filler.representedId().isEmpty()
                        ? ""
                        : draft.visit()
                                .text(
                                        "receipt.behalf",
                                        draft.visit().getRepresentedName(),
                                        draft.visit().visitor().getName()),
                receipt.awaitsGuardian(),
                receipt.form().intro().whatHappensNext().in(draft.locale()),
                type.promise().answeredBy().in(draft.language().getTag()),
                answerBefore(receipt, type, draft),
                draft.address(Addresses.RECEIPT_PDF),
                filler.partyId().isPresent() ? "" : baseUrl + draft.address(Addresses.RECEIPT));
    }

    private static String answerBefore(Receipt receipt, CaseType type, OpenDraft draft) {
        if (type.promise().days() == 0) {
            return "";
        }
        LocalDate last =
                SwedishTime.dateOf(receipt.received()).plusDays(type.promise().days());
        return Dates.date(last, draft.language());
    }
}
