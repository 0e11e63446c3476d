package se.knutpunkt.portal.mypages;

import se.knutpunkt.eforms.submission.Receipt;
import se.knutpunkt.portal.page.Dates;

/**
 * A sent form.
 *
 * @param title of the form
 * @param received the day it came in, in words
 * @param caseAddress page of the case it opened
 * @param page address of the receipt
 * @param pdf address of the receipt as PDF
 */
public record ReceiptLine(
        String title, String received, String caseNumber, String caseAddress, String page, String pdf) {

    static ReceiptLine of(Receipt receipt, Wording wording) {
        String page =
                "/e-tjanster/" + receipt.form().slug() + "/" + receipt.ref().value() + "/kvittens";
        return new ReceiptLine(
                receipt.form().title().in(wording.language().locale()),
                Dates.date(receipt.received(), wording.language()),
                receipt.caseNumber(),
                CaseServlet.address(receipt.casePublicId()),
                page,
                page + ".pdf");
    }
}
