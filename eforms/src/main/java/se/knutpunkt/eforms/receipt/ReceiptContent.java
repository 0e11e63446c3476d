package se.knutpunkt.eforms.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.eforms.fill.ReviewView;

/**
 * What stands on a receipt.
 *
 * @param locale its language
 * @param authority the authority that received the form
 * @param title title of the form
 * @param caseNumber the case number people see
 * @param received when it was made available to the authority
 * @param whatHappensNow what the authority does with it
 * @param sections the answers in words
 * @param files the attached files
 */
public record ReceiptContent(
        Locale locale,
        String authority,
        String title,
        String caseNumber,
        Instant received,
        String whatHappensNow,
        List<ReviewView.Section> sections,
        List<AttachedFile> files) {

    public ReceiptContent {
        sections = List.copyOf(sections);
        files = List.copyOf(files);
    }

    /**
     * A file that was sent with the form.
     *
     * @param name its name
     * @param size its size in words
     * @param sha256 64 hexadecimal digits
     */
    public record AttachedFile(String name, String size, String sha256) {}
}
