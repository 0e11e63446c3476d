package se.knutpunkt.eforms.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Category;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Intro;
import se.knutpunkt.eforms.definition.Limits;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.PrivacyNotice;
import se.knutpunkt.eforms.definition.Result;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.definition.Submitters;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.Reading;

/** Any forms with any right answers: what the fields' own reading takes. */
final class FilledForms {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Texts WORDS = Texts.of("Fråga <&> \"å\"", "Question");
    private static final Arbitrary<String> TEXTS = Arbitraries.oneOf(
            Arbitraries.strings().ofMinLength(1).ofMaxLength(30),
            Arbitraries.strings().withChars("a å\n<&>]\"'").ofMinLength(1).ofMaxLength(60),
            Arbitraries.integers().between(1, 60).map("😀"::repeat));

    private FilledForms() {}

    /** A form and the answers to it. */
    record Filled(FormVersion form, Map<String, List<String>> answers) {}

    /** A field with what was typed into it, or what was worked out for it. */
    private record Typed(
            Field field, List<String> raw, @Nullable Object worked) {

        Typed(Field field, List<String> raw) {
            this(field, raw, null);
        }
    }

    static Arbitrary<Filled> all() {
        Arbitrary<List<Typed>> some = typed().list().ofMinSize(1).ofMaxSize(12);
        Arbitrary<List<Typed>> inRow = typed().list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(some, inRow, Arbitraries.integers().between(0, 4), Arbitraries.of(true, false))
                .as((fields, row, rows, required) -> withRows(filled(fields), row, rows, required && rows > 0));
    }

    /** The same with a repeating group at its end, the same answers in each row but that the last row has none. */
    private static Filled withRows(Filled filled, List<Typed> typed, int rows, boolean required) {
        Filled row = filled(typed);
        List<Field> inRow = row.form()
                .definition()
                .fields()
                .map(field -> named(field, "r" + field.id(), false))
                .toList();
        Field group = new Field(
                "rader",
                "group",
                WORDS,
                null,
                required,
                null,
                null,
                null,
                Limits.NONE,
                List.of(),
                null,
                null,
                WORDS,
                inRow);
        Map<String, List<String>> answers = new LinkedHashMap<>(filled.answers());
        if (rows > 0) {
            answers.put(
                    group.id(),
                    IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList());
        }
        for (int r = 1; r < rows; r++) {
            String name = Integer.toString(r);
            row.answers().forEach((id, values) -> answers.put(RowKey.of(group.id(), name, "r" + id), values));
        }
        List<Field> fields = new ArrayList<>(filled.form().definition().fields().toList());
        fields.add(group);
        return new Filled(form(fields), answers);
    }

    private static Filled filled(List<Typed> typed) {
        List<Field> fields = new ArrayList<>();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Typed one : typed) {
            Field field = named(one.field(), "f" + fields.size(), false);
            Reading reading = one.worked() == null
                    ? FieldTypes.standard().of(field).read(field, one.raw(), TODAY)
                    : FieldTypes.standard().of(field).computed(field, one.worked());
            boolean answered = reading instanceof Reading.Right;
            if (reading instanceof Reading.Right right) {
                answers.put(field.id(), right.values());
            }
            fields.add(named(field, field.id(), answered && one.field().required()));
        }
        return new Filled(form(fields), answers);
    }

    private static Field named(Field field, String id, boolean required) {
        return new Field(
                id,
                field.type(),
                WORDS,
                null,
                required,
                null,
                null,
                null,
                field.limits(),
                field.options(),
                null,
                null,
                null,
                List.of());
    }

    static FormVersion form(List<Field> fields) {
        FormDefinition definition = new FormDefinition(
                1,
                "prova",
                WORDS,
                WORDS,
                null,
                Category.DEMOCRACY,
                "PROV",
                Submitters.BOTH,
                null,
                null,
                new Intro(null, WORDS, WORDS, null, null),
                new PrivacyNotice(WORDS, WORDS, WORDS, WORDS, WORDS),
                List.of(new FormPage("sida", WORDS, null, null, fields)),
                List.of(),
                List.of());
        return new FormVersion(7, 3, definition, Instant.EPOCH, Instant.EPOCH);
    }

    private static Arbitrary<Typed> typed() {
        return Arbitraries.oneOf(
                texts("text"),
                texts("longtext"),
                numbers(),
                codes("choice", 1),
                codes("choices", 5),
                plain("yesno", Arbitraries.of("yes", "no", "")),
                plain("date", dates()),
                plain("email", Arbitraries.of("a.b+c@example.se", "x{|}~@räksmörgås.se", "fel")),
                plain(
                        "phone",
                        Arbitraries.of("0701740605", "+358 9 1234567", "+49 1512 3456789", "+1 650 253 0000", "fel")),
                plain("idnumber", Arbitraries.of("196006172818", "19900407-2394", "fel")),
                plain("info", Arbitraries.just("")),
                computed(Result.NUMBER, 12.5),
                computed(Result.TEXT, "räknat & <klart>"),
                computed(Result.DATE, Instant.parse("2026-12-24T00:00:00Z")),
                plain("heading", Arbitraries.just("")),
                plain("callout", Arbitraries.just("")),
                plain("link", Arbitraries.just("")),
                plain("stop", Arbitraries.just("")),
                plain("time", Arbitraries.of("9.30", "0000", "23:59", "fel")),
                amounts(),
                plain("orgnumber", Arbitraries.of("556036-0793", "162021006883", "fel")),
                plain(
                        "property",
                        Arbitraries.of("alvstad ekeby 1:23>2", "Alvstad Björken 4", "alvstad ekeby s:1", "fel")),
                plain("declaration", Arbitraries.of("yes", "")),
                parts("position", List.of(TEXTS, Arbitraries.of("59.3293, 18.0686", "6580822 674032", "", "fel"))),
                parts("period", List.of(dates(), dates())),
                parts("address", List.of(TEXTS, TEXTS, Arbitraries.of("123 45", "SE-98765", "fel"), TEXTS)),
                files());
    }

    private static Arbitrary<Typed> texts(String type) {
        return Combinators.combine(
                        TEXTS,
                        Arbitraries.integers().between(1, 20).injectNull(0.5),
                        Arbitraries.integers().between(20, 60).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as((text, min, max, required) -> new Typed(
                        field(type, limits(min, max, null, null, null, null, null, null), List.of(), required),
                        List.of(text)));
    }

    private static Arbitrary<Typed> numbers() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999999"), new BigDecimal("999999999999"))
                .ofScale(6);
        return Combinators.combine(
                        Arbitraries.oneOf(numbers, Arbitraries.integers().map(BigDecimal::valueOf)),
                        Arbitraries.integers().between(0, 6).injectNull(0.3),
                        Arbitraries.of("-1E+9", "-0.5", "0")
                                .map(BigDecimal::new)
                                .injectNull(0.5),
                        Arbitraries.of("1E+9", "2.5", "1").map(BigDecimal::new).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as((number, decimals, min, max, required) -> new Typed(
                        field("number", limits(null, null, min, max, decimals, null, null, null), List.of(), required),
                        List.of(number.stripTrailingZeros().toPlainString().replace('.', ','))));
    }

    private static Arbitrary<Typed> codes(String type, int most) {
        List<Option> options = IntStream.range(0, 6)
                .mapToObj(i -> new Option("kod-" + i, Texts.of("Val & <" + i + ">", "Choice"), null, null))
                .toList();
        return Combinators.combine(
                        Arbitraries.of(options)
                                .map(Option::value)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(most),
                        Arbitraries.integers().between(1, 3).injectNull(0.5),
                        Arbitraries.integers().between(3, 6).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as((chosen, min, max, required) -> new Typed(
                        field(
                                type,
                                type.equals("choice")
                                        ? Limits.NONE
                                        : limits(null, null, null, null, null, min, max, null),
                                options,
                                required),
                        chosen));
    }

    private static Arbitrary<Typed> computed(Result result, Object value) {
        Limits limits = new Limits(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, result, null, null,
                null, null, null, null);
        return Arbitraries.of("computed", "hidden")
                .map(type -> new Typed(field(type, limits, List.of(), false), List.of(), value));
    }

    private static Arbitrary<Typed> files() {
        Arbitrary<String> file = Combinators.combine(
                        Arbitraries.longs().between(0, 100_000_000), Arbitraries.of("a.png", "Två ord & <tre>.pdf"))
                .as((size, name) -> new AnsweredFile("8d7e2f04-0000-4000-8000-000000000001", size, name).value());
        return Combinators.combine(file.list().ofMaxSize(4), Arbitraries.of(true, false))
                .as((files, required) -> new Typed(
                        field("file", limits(null, null, null, null, null, null, null, 4), List.of(), required),
                        files));
    }

    private static Arbitrary<String> dates() {
        return Arbitraries.integers()
                .between(-200, 60_000)
                .map(day -> LocalDate.EPOCH.plusDays(day).toString());
    }

    private static Arbitrary<Typed> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(-99_999_999_999_900L, 99_999_999_999_900L),
                        Arbitraries.of("-1E+9", "-0.5", "0")
                                .map(BigDecimal::new)
                                .injectNull(0.5),
                        Arbitraries.of("1E+9", "2.5", "1.05")
                                .map(BigDecimal::new)
                                .injectNull(0.5),
                        Arbitraries.of(true, false))
                .as((ore, min, max, required) -> new Typed(
                        field("amount", limits(null, null, min, max, null, null, null, null), List.of(), required),
                        List.of(BigDecimal.valueOf(ore, 2).toPlainString())));
    }

    private static Arbitrary<Typed> parts(String type, List<Arbitrary<String>> inputs) {
        return Combinators.combine(Combinators.combine(inputs).as(List::copyOf), Arbitraries.of(true, false))
                .as((typed, required) -> new Typed(field(type, Limits.NONE, List.of(), required), typed));
    }

    private static Arbitrary<Typed> plain(String type, Arbitrary<String> typed) {
        return Combinators.combine(typed, Arbitraries.of(true, false))
                .as((text, required) -> new Typed(field(type, Limits.NONE, List.of(), required), List.of(text)));
    }

    private static Field field(String type, Limits limits, List<Option> options, boolean required) {
        return new Field(
                "f", type, WORDS, null, required, null, null, null, limits, options, null, null, null, List.of());
    }

    private static Limits limits(
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer decimals,
            @Nullable Integer minChosen,
            @Nullable Integer maxChosen,
            @Nullable Integer maxFiles) {
        return new Limits(
                minLength, maxLength, min, max, decimals, null, null, null, minChosen, maxChosen, maxFiles, null, null,
                null, null, null, null, null, null, null, null);
    }
}
