package se.knutpunkt.hub.upkeep;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;

/**
 * The register as CSV (RFC 4180): one row an entry, headings and words in Swedish, semicolons, UTF-8 with the mark by which
 * spreadsheets know it. A cell that a spreadsheet would take for a formula gets an apostrophe in front, and loses it when
 * it is read again.
 */
public final class RegisterCsv {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 2_000_000;

    /** The most rows that are read, headings not counted. */
    public static final int MOST_ROWS = 5_000;

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private static final Map<Field, String> HEADINGS = headings();
    private static final Map<Field, Map<String, String>> WORDS = Map.of(
            Field.POST,
            Map.of("AUTHORITY", "nämnd", "BRANCH", "verksamhetsgren", "CASE_TYPE", "ärendetyp"),
            Field.STAGE,
            Map.of("DRAFT", "utkast", "LIVE", "i drift", "CLOSED", "stängd"),
            Field.CASE_KIND,
            Map.of("SERVICE", "tjänst", "AUTHORITY_DECISION", "myndighetsbeslut", "COMMITTEE", "nämndärende"),
            Field.SECTOR,
            Map.of(
                    "SOCIAL_SERVICES",
                    "socialtjänst",
                    "PUPIL_HEALTH",
                    "elevhälsa",
                    "SCHOOL",
                    "skola",
                    "OTHER",
                    "annat"));

    private RegisterCsv() {}

    /**
     * A row as it was read.
     *
     * @param number as a spreadsheet counts, the headings being row 1
     * @param cells by field; a column that the file does not have is not there, an empty cell is an empty text
     */
    record Row(long number, Map<Field, String> cells) {
        String cell(Field field) {
            return cells.getOrDefault(field, "");
        }
    }

    private static Map<Field, String> headings() {
        Map<Field, String> headings = new EnumMap<>(Field.class);
        headings.put(Field.POST, "post");
        headings.put(Field.CODE, "kod");
        headings.put(Field.STAGE, "läge");
        headings.put(Field.PREFIX, "prefix");
        headings.put(Field.NAME_SV, "namn");
        headings.put(Field.NAME_EN, "namn på engelska");
        headings.put(Field.AUTHORITY_CODE, "nämnd");
        headings.put(Field.BRANCH_CODE, "verksamhetsgren");
        headings.put(Field.CASE_KIND, "slag");
        headings.put(Field.INFORMATION_CLASS, "klass");
        headings.put(Field.DOCUMENT_TYPE, "handlingstyp");
        headings.put(Field.DIARY_SYSTEM, "diariesystem");
        headings.put(Field.STEPS, "steg");
        headings.put(Field.ANSWERED_BY_SV, "vem svarar");
        headings.put(Field.ANSWERED_BY_EN, "vem svarar på engelska");
        headings.put(Field.PROMISE_DAYS, "löfte i dagar");
        headings.put(Field.RETENTION_RULE, "gallring");
        headings.put(Field.RETENTION_GROUND, "grund för gallring");
        headings.put(Field.SECTOR, "område");
        headings.put(Field.LEGAL_READING, "rättslig läsning");
        return headings;
    }

    /** The heading of a field's column. */
    public static String heading(Field field) {
        return HEADINGS.getOrDefault(field, "");
    }

    /** A text with what stands for it in the file: words for enums. */
    static String word(Field field, String text) {
        return WORDS.getOrDefault(field, Map.of()).getOrDefault(text, text);
    }

    private static String meaning(Field field, String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(field, Map.of()).entrySet().stream()
                .filter(known -> known.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(cell);
    }

    static byte[] write(Register register) {
        List<Field> columns = List.copyOf(HEADINGS.keySet());
        // the order of the enum: what it is, how it stands, then the sheet
        StringBuilder text = new StringBuilder(MARK);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setQuoteMode(QuoteMode.ALL)
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(columns.stream().map(RegisterCsv::heading).toList());
            for (Entry entry : register.all()) {
                printer.printRecord(columns.stream()
                        .map(column -> harmless(cell(entry, column)))
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Entry entry, Field column) {
        String text = switch (column) {
            case POST -> entry.kind().name();
            case STAGE -> entry.stage().name();
            default -> entry.text(column);
        };
        return word(column, text);
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String asMeant(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** @throws CsvRefused when it cannot be read at all */
    static List<Row> read(byte[] csv) {
        String text = text(csv);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<Field> columns = List.of();
            for (CSVRecord line : parser) {
                if (columns.isEmpty()) {
                    columns = columns(line);
                } else if (rows.size() == MOST_ROWS) {
                    throw new CsvRefused(CsvRefused.Reason.TOO_MANY_ROWS, Integer.toString(MOST_ROWS));
                } else if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(line, columns));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new CsvRefused(CsvRefused.Reason.BROKEN, Integer.toString(rows.size() + 2));
        }
        if (rows.isEmpty()) {
            throw new CsvRefused(CsvRefused.Reason.EMPTY);
        }
        return rows;
    }

    private static String text(byte[] csv) {
        if (csv.length > LARGEST) {
            throw new CsvRefused(CsvRefused.Reason.TOO_LARGE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new CsvRefused(CsvRefused.Reason.NOT_UTF8);
        }
    }

    /** A heading has neither, so that whichever stands in the first line is it. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(';') < 0 && first.indexOf(',') >= 0 ? ',' : ';';
    }

    private static List<Field> columns(CSVRecord headings) {
        List<Field> columns = new ArrayList<>();
        for (String heading : headings) {
            Field field = field(heading);
            if (columns.contains(field)) {
                throw new CsvRefused(CsvRefused.Reason.COLUMN_TWICE, heading.strip());
            }
            columns.add(field);
        }
        for (Field needed : List.of(Field.POST, Field.CODE)) {
            if (!columns.contains(needed)) {
                throw new CsvRefused(CsvRefused.Reason.NO_COLUMN, heading(needed));
            }
        }
        return columns;
    }

    private static Field field(String heading) {
        String wanted = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Field.values())
                .filter(field -> heading(field).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CsvRefused(
                        CsvRefused.Reason.UNKNOWN_COLUMN,
                        heading.strip()
                                .substring(0, Math.min(60, heading.strip().length()))));
    }

    private static Row row(CSVRecord line, List<Field> columns) {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        for (int i = 0; i < columns.size(); i++) {
            String cell = i < line.size() ? asMeant(line.get(i)) : "";
            cells.put(columns.get(i), meaning(columns.get(i), cell));
        }
        return new Row(line.getRecordNumber(), cells);
    }

    /** The kind that a row says it is of. */
    static java.util.Optional<RegisterKind> kind(Row row) {
        return Arrays.stream(RegisterKind.values())
                .filter(kind -> kind.name().equals(row.cell(Field.POST)))
                .findFirst();
    }

    /** The stage that a row says; empty when it says none. */
    static java.util.Optional<Stage> stage(Row row) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(row.cell(Field.STAGE)))
                .findFirst();
    }

    /** All headings, for the guide on the page. */
    public static String headingsInOrder() {
        return HEADINGS.values().stream().collect(Collectors.joining(", "));
    }
}
