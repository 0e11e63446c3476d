package se.knutpunkt.eforms.submission;

import java.time.Instant;
import java.util.List;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.fill.FileView;
import se.knutpunkt.eforms.fill.ReviewView;
import se.knutpunkt.hub.file.FileId;

/**
 * A sent form as staff read it.
 *
 * @param form the definition it was sent with
 * @param received when it was made available to the authority
 * @param withEid true when the sender had logged in
 * @param sections the answers in words, page by page
 * @param files the attached files; ids of {@code hub.file}
 * @param receiptFileId the receipt PDF
 */
public record SubmittedForm(
        FormDefinition form,
        Instant received,
        boolean withEid,
        List<ReviewView.Section> sections,
        List<FileView> files,
        FileId receiptFileId) {

    public SubmittedForm {
        sections = List.copyOf(sections);
        files = List.copyOf(files);
    }
}
