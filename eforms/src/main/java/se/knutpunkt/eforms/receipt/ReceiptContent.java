package se.knutpunkt.eforms.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.fill.ReviewView;

/**
 * What stands on a receipt.
 *
 * @param locale its language
 * @param authority the authority that received the form
 * @param title title of the form
 * @param behalf whom the sender acted for; null for the sender's own
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
        @Nullable Behalf behalf,
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
     * Whom a form was sent for.
     *
     * @param name whom it is for
     * @param sender who sent it
     * @param awaitsGuardian it needs the other guardian as well
     */
    public record Behalf(String name, String sender, boolean awaitsGuardian) {}

    /**
     * A file that was sent with the form.
     *
     * @param name its name
     * @param size its size in words
     * @param sha256 64 hexadecimal digits
     */
    public record AttachedFile(String name, String size, String sha256) {}
}
