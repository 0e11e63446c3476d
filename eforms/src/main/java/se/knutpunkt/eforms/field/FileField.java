package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.FilesShape;
import se.knutpunkt.eforms.shape.Shape;

/** Uploaded files. Its values are {@link AnsweredFile}s; rules see how many there are. */
final class FileField implements FieldType {

    private static final int DEFAULT_FILES = 1;
    private static final int MOST_FILES = 20;
    private static final int DEFAULT_MEGABYTES = 10;
    private static final int MOST_MEGABYTES = 2000;
    private static final List<String> DEFAULT_KINDS = List.of("jpeg", "png", "pdf");
    private static final Map<String, Kind> KINDS = kinds();

    private record Kind(String mediaType, String words, String accept) {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("jpeg", new Kind("image/jpeg", "JPEG", "image/jpeg"));
        kinds.put("png", new Kind("image/png", "PNG", "image/png"));
        kinds.put("gif", new Kind("image/gif", "GIF", "image/gif"));
        kinds.put("webp", new Kind("image/webp", "WebP", "image/webp"));
        kinds.put("heic", new Kind("image/heic", "HEIC", "image/heic,.heic"));
        kinds.put("pdf", new Kind("application/pdf", "PDF", "application/pdf"));
        kinds.put(
                "docx",
                new Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", ".docx"));
        kinds.put("odt", new Kind("application/vnd.oasis.opendocument.text", "ODT", ".odt"));
        kinds.put("txt", new Kind("text/plain", "TXT", "text/plain"));
        return kinds;
    }

    @Override
    public String code() {
        return "file";
    }

    @Override
    public Set<String> limits() {
        return Set.of("maxFiles", "maxMegabytes", "accepts");
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        Bounds bounds = new Bounds()
                .within(field.limits().maxFiles(), 1, MOST_FILES, "maxFiles")
                .within(field.limits().maxMegabytes(), 1, MOST_MEGABYTES, "maxMegabytes");
        for (String kind : accepted(field)) {
            if (!KINDS.containsKey(kind)) {
                String known = String.join(", ", KINDS.keySet());
                bounds.add(
                        "accepts",
                        "Filtypen ”%s” är inte känd. De kända är %s.".formatted(kind, known),
                        "The kind of file “%s” is not known. Those known are %s.".formatted(kind, known));
            }
        }
        return bounds.faults();
    }

    @Override
    public FileLimits fileLimits(Field field) {
        List<Kind> kinds = accepted(field).stream().map(KINDS::get).toList();
        return new FileLimits(
                kinds.stream().map(Kind::mediaType).collect(Collectors.toSet()),
                kinds.stream().map(Kind::words).collect(Collectors.joining(", ")),
                maxMegabytes(field) * 1_000_000L,
                maxFiles(field));
    }

    @Override
    public boolean takesAllOf(Field before, Field after) {
        return maxFiles(after) >= maxFiles(before)
                && maxMegabytes(after) >= maxMegabytes(before)
                && accepted(after).containsAll(accepted(before));
    }

    @Override
    public Control control(Field field, Locale locale) {
        String accept =
                accepted(field).stream().map(KINDS::get).map(Kind::accept).collect(Collectors.joining(","));
        return Control.PLAIN.withFiles(new Control.FileRules(accept, maxFiles(field), maxMegabytes(field)));
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        if (raw.isEmpty()) {
            return Reading.unanswered();
        }
        return raw.size() > maxFiles(field) ? Reading.wrong("file.many", maxFiles(field)) : new Reading.Right(raw);
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("file.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return values.stream()
                .map(AnsweredFile::of)
                .map(file -> file.name() + " (" + file.size(locale) + ")")
                .toList();
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new FilesShape(maxFiles(field)));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.INT);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return (long) values.size();
    }

    private static List<String> accepted(Field field) {
        List<String> accepts = field.limits().accepts();
        return accepts == null ? DEFAULT_KINDS : accepts;
    }

    private static int maxFiles(Field field) {
        Integer max = field.limits().maxFiles();
        return max == null ? DEFAULT_FILES : max;
    }

    private static int maxMegabytes(Field field) {
        Integer max = field.limits().maxMegabytes();
        return max == null ? DEFAULT_MEGABYTES : max;
    }
}
