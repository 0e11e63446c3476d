package se.knutpunkt.portal.forms;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.NotScanned;
import se.knutpunkt.eforms.fill.ReviewView;
import se.knutpunkt.eforms.fill.VersionEnded;
import se.knutpunkt.eforms.submission.NotComplete;
import se.knutpunkt.eforms.submission.Receipt;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.portal.page.Site;

/** The end of a form: the review, the button that sends, and the receipt. */
@Dependent
class SendDesk {
    @Inject
    Drafts drafts;

    @Inject
    Submissions submissions;

    @Inject
    CaseTypes caseTypes;

    @Inject
    Site site;

    void review(OpenDraft draft) throws ServletException, IOException {
        ReviewPage page = draft.asFiller(filler -> {
            ReviewView review = drafts.review(draft.ref(), filler, draft.locale());
            draft.checkSlug(review.form().slug());
            return ReviewPage.of(review, caseType(review.caseType()), draft, filler);
        });
        draft.visit().show("forms/review", page);
    }

    /** Sends once: a second press, or a second window, is led to the same receipt. */
    void send(OpenDraft draft) {
        try {
            draft.asFiller(filler -> submissions.submit(draft.ref(), filler, draft.locale()));
            draft.visit().seeOther(draft.address(Addresses.RECEIPT));
        } catch (NotScanned waiting) {
            draft.visit().seeOther(draft.address(Addresses.REVIEW) + "?vantar=1");
        } catch (VersionEnded late) {
            draft.visit().seeOther(draft.address(Addresses.UPDATE));
        } catch (NotComplete missing) {
            draft.visit().seeOther(draft.address(missing.pageId()));
        }
    }

    /** The receipt; a draft that is not sent yet goes on where it was left. */
    void receipt(OpenDraft draft) throws ServletException, IOException {
        Optional<ReceiptPage> page = receiptPage(draft);
        if (page.isPresent()) {
            draft.visit().show("forms/receipt", page.get());
        } else {
            draft.asFiller(filler -> drafts.open(draft.ref(), filler, draft.locale()));
            draft.visit().seeOther(draft.address());
        }
    }

    private Optional<ReceiptPage> receiptPage(OpenDraft draft) {
        try {
            return Optional.of(draft.asFiller(filler -> {
                Receipt receipt = found(draft, filler);
                return ReceiptPage.of(receipt, caseType(receipt.caseType()), draft, filler, site.getBaseUrl());
            }));
        } catch (DraftNotFound notSent) {
            return Optional.empty();
        }
    }

    /** The PDF as a download: a browser shows it in its own window, where nothing of it can reach our pages. */
    void receiptPdf(OpenDraft draft) throws IOException {
        Pdf pdf = draft.asFiller(
                filler -> new Pdf(found(draft, filler).caseNumber(), submissions.receiptPdf(draft.ref(), filler)));
        HttpServletResponse response = draft.visit().response();
        response.setContentType("application/pdf");
        response.setContentLength(pdf.content().length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + pdf.fileName() + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.getOutputStream().write(pdf.content());
    }

    private Receipt found(OpenDraft draft, Filler filler) {
        Receipt receipt = submissions.receipt(draft.ref(), filler).orElseThrow(DraftNotFound::new);
        draft.checkSlug(receipt.form().slug());
        return receipt;
    }

    private CaseType caseType(String code) {
        return caseTypes.find(code).orElseThrow(() -> new IllegalStateException("unregistered case type"));
    }

    private record Pdf(String caseNumber, byte[] content) {
        String fileName() {
            return "kvittens-" + caseNumber.replaceAll("[^A-Za-z0-9-]", "-") + ".pdf";
        }
    }
}
