package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.AssuranceLevel;

/**
 * An e-form as its JSON document says, in the shape of {@code form-definition.schema.json}.
 *
 * @param format version of the document's own shape, 1
 * @param slug last part of the form's address, {@code /e-tjanster/<slug>}
 * @param title name of the service, a verb and its object
 * @param description one or two sentences for the catalogue
 * @param keywords words that people search for and that the title lacks, separated by blanks
 * @param category heading in the catalogue
 * @param caseType code of the registered case type of the cases it opens
 * @param submitters who may send it
 * @param level level of assurance that a login needs for it; null for the usual one, see {@link #need}
 * @param guardians how many guardians it needs when it is filled in for a child; null for any one
 * @param intro facts for the first page
 * @param privacy what is told about personal data
 * @param pages the steps, in order
 * @param checks conditions over several answers
 */
@JsonIgnoreProperties("$schema")
public record FormDefinition(
        int format,
        String slug,
        Texts title,
        Texts description,
        @Nullable Texts keywords,
        Category category,
        String caseType,
        Submitters submitters,
        @Nullable AssuranceLevel level,
        @Nullable Guardians guardians,
        Intro intro,
        PrivacyNotice privacy,
        List<FormPage> pages,
        List<Check> checks) {

    public FormDefinition {
        pages = pages == null ? List.of() : List.copyOf(pages);
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    /** The level of assurance that a login needs to fill it in: level 3 unless the definition says another. */
    public AssuranceLevel need() {
        return level == null ? AssuranceLevel.LOA3 : level;
    }

    /** Whether a guardian's form for a child waits for the other guardian. */
    public boolean needsBothGuardians() {
        return guardians == Guardians.BOTH;
    }

    /** All fields in the order they are asked. */
    public Stream<Field> fields() {
        return pages.stream().flatMap(page -> page.fields().stream());
    }

    /** The field with that id, if the form has one. */
    public Optional<Field> field(String id) {
        return fields().filter(field -> field.id().equals(id)).findFirst();
    }

    /** The page with that id, if the form has one. */
    public Optional<FormPage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }
}
