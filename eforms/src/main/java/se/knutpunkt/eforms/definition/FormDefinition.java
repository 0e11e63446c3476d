package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
 * @param routes where it goes by its answers, the first that holds; to its own case type when none does
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
        List<Check> checks,
        List<Route> routes) {

    public FormDefinition {
        pages = pages == null ? List.of() : List.copyOf(pages);
        checks = checks == null ? List.of() : List.copyOf(checks);
        routes = routes == null ? List.of() : List.copyOf(routes);
    }

    /** The level of assurance that a login needs to fill it in: level 3 unless the definition says another. */
    public AssuranceLevel need() {
        return level == null ? AssuranceLevel.LOA3 : level;
    }

    /** Whether a guardian's form for a child waits for the other guardian. */
    public boolean needsBothGuardians() {
        return guardians == Guardians.BOTH;
    }

    /** The codes of the case types that it may open a case of. */
    public SortedSet<String> caseTypes() {
        SortedSet<String> codes = new TreeSet<>(Set.of(caseType));
        routes.forEach(route -> codes.add(route.caseType()));
        return codes;
    }

    /** All fields in the order they are asked, a repeating group as one. */
    public Stream<Field> fields() {
        return pages.stream().flatMap(page -> page.fields().stream());
    }

    /**
     * All fields as they stand with these answers: a repeating group is followed by the fields of each of its rows, under
     * the names of their answers.
     *
     * @param answers by field id; that of a repeating group names its rows
     */
    public Stream<Field> fields(Map<String, List<String>> answers) {
        return fields().flatMap(field -> Stream.concat(
                Stream.of(field),
                rows(field, answers).stream()
                        .flatMap(row ->
                                field.fields().stream().map(own -> own.named(RowKey.of(field.id(), row, own.id()))))));
    }

    /** A file may come to a row before the page that shows the row is saved and the row is noted. */
    private static Collection<String> rows(Field group, Map<String, List<String>> answers) {
        List<String> noted = answers.get(group.id());
        if (noted != null || group.fields().isEmpty()) {
            return noted == null ? List.of() : noted;
        }
        return answers.keySet().stream()
                .flatMap(key -> RowKey.row(group.id(), key).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The field that an answer of that name belongs to, under that name; for a field of a row whether there is such a row
     * or not.
     */
    public Optional<Field> at(String key) {
        return fields().flatMap(field -> RowKey.isIn(field.id(), key)
                        ? field.fields().stream().filter(own -> RowKey.names(field.id(), own.id(), key))
                        : Stream.of(field).filter(own -> own.id().equals(key)))
                .map(field -> field.named(key))
                .findFirst();
    }

    /** The field with that id, if the form has one; also one of a repeating group. */
    public Optional<Field> field(String id) {
        return fields().flatMap(field -> Stream.concat(Stream.of(field), field.fields().stream()))
                .filter(field -> field.id().equals(id))
                .findFirst();
    }

    /** The page with that id, if the form has one. */
    public Optional<FormPage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }
}
