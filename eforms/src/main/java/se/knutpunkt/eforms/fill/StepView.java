package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a draft, ready to be shown in one language.
 *
 * @param formTitle title of the form
 * @param slug last part of the form's address
 * @param pageId id of this page
 * @param title its heading
 * @param description a sentence under the heading; empty when there is none
 * @param number its number among the pages visible now, from 1
 * @param count how many pages are visible now
 * @param nextTitle heading of the page after it; null when the review comes next
 * @param previousId id of the page before it; null on the first
 * @param fields the visible fields, in order
 * @param dropping answers that go when the filler goes on, since later answers hid them
 * @param expires when the draft is deleted unless it is saved again
 * @param standing what has come after the version that the draft is bound to
 */
public record StepView(
        String formTitle,
        String slug,
        String pageId,
        String title,
        String description,
        int number,
        int count,
        @Nullable String nextTitle,
        @Nullable String previousId,
        List<FieldView> fields,
        List<AnswerRow> dropping,
        java.time.Instant expires,
        DraftStanding standing) {

    public StepView {
        fields = List.copyOf(fields);
        dropping = List.copyOf(dropping);
    }

    /** The same, of a draft that stands so. */
    StepView withStanding(DraftStanding now) {
        return new StepView(
                formTitle,
                slug,
                pageId,
                title,
                description,
                number,
                count,
                nextTitle,
                previousId,
                fields,
                dropping,
                expires,
                now);
    }

    /** The visible fields, those of rows after their group. */
    public List<FieldView> all() {
        return fields.stream()
                .flatMap(field ->
                        Stream.concat(Stream.of(field), field.rows().stream().flatMap(row -> row.fields().stream())))
                .toList();
    }

    /** The same, with what is known of its files' search for viruses by id. */
    StepView withScans(java.util.Map<String, ScanState> scans) {
        return new StepView(
                formTitle,
                slug,
                pageId,
                title,
                description,
                number,
                count,
                nextTitle,
                previousId,
                fields.stream().map(field -> field.withScans(scans)).toList(),
                dropping,
                expires,
                standing);
    }

    /** The fields with something wrong, for the error summary on top. */
    public List<FieldView> wrong() {
        return all().stream().filter(field -> !field.error().isEmpty()).toList();
    }

    /** True when the page has a field of files, so that its form must be sent as multipart. */
    public boolean takesFiles() {
        return all().stream().anyMatch(field -> field.control().takesFiles());
    }
}
