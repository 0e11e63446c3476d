package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.NumberShape;
import se.knutpunkt.eforms.shape.RecordShape;
import se.knutpunkt.eforms.shape.RecordShape.Member;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;

/**
 * A place in Sweden: in words, by coordinates, or both. Coordinates are typed as WGS 84 in decimal degrees or as SWEREF 99
 * TM in metres, and kept as both. Rules see a map of {@code latitude}, {@code longitude}, {@code north} and {@code east},
 * empty when the place is told in words alone.
 */
final class PositionField implements FieldType {

    private static final List<String> NUMBERS = List.of("latitude", "longitude", "north", "east");
    private static final String POINT = "point";
    private static final int LONGEST = 200;
    private static final int DEGREE_DECIMALS = 6;

    private static final Pattern DEGREES = Pattern.compile(
            "(?:n ?)?([0-9]{1,2}[.,][0-9]{1,15}) ?°?(?: ?n)?[,; ]+(?:e ?|ö ?)?([0-9]{1,2}[.,][0-9]{1,15}) ?°?(?: ?e| ?ö)?");
    private static final Pattern METRES = Pattern.compile(
            "(?:n ?)?([0-9]{7}(?:[.,][0-9]{1,6})?)(?: ?m)?[,; ]+(?:e ?|ö ?)?([0-9]{6}(?:[.,][0-9]{1,6})?)(?: ?m)?");

    private static final BigDecimal SOUTHMOST = new BigDecimal("55.0");
    private static final BigDecimal NORTHMOST = new BigDecimal("69.2");
    private static final BigDecimal WESTMOST = new BigDecimal("10.4");
    private static final BigDecimal EASTMOST = new BigDecimal("24.3");

    @Override
    public String code() {
        return "position";
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withParts(List.of(new Control.Part("place", "off"), new Control.Part(POINT, "off")));
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        List<String> typed = Typed.parts(raw, 2);
        String place = typed.get(0);
        if (typed.stream().allMatch(String::isEmpty)) {
            return Reading.unanswered();
        }
        if (Typed.unreadable(place)) {
            return Reading.wrongPart("place", "unreadable");
        }
        if (Typed.length(place) > LONGEST) {
            return Reading.wrongPart("place", "text.long", LONGEST, Typed.length(place));
        }
        if (typed.get(1).isEmpty()) {
            return new Reading.Right(List.of(place, "", "", "", ""));
        }
        return parse(typed.get(1).toLowerCase(Locale.ROOT))
                .map(point -> inSweden(place, point))
                .orElseGet(() -> Reading.wrongPart(POINT, "position.form"));
    }

    private static Optional<Sweref.Geographic> parse(String typed) {
        Matcher degrees = DEGREES.matcher(typed);
        if (degrees.matches()) {
            return Optional.of(new Sweref.Geographic(number(degrees.group(1)), number(degrees.group(2))));
        }
        Matcher metres = METRES.matcher(typed);
        if (metres.matches()) {
            return Optional.of(Sweref.geographic(new Sweref.Grid(number(metres.group(1)), number(metres.group(2)))));
        }
        return Optional.empty();
    }

    private static double number(String typed) {
        return Double.parseDouble(typed.replace(',', '.'));
    }

    private static Reading inSweden(String place, Sweref.Geographic point) {
        BigDecimal latitude = rounded(point.latitude(), DEGREE_DECIMALS);
        BigDecimal longitude = rounded(point.longitude(), DEGREE_DECIMALS);
        boolean outside = latitude.compareTo(SOUTHMOST) < 0
                || latitude.compareTo(NORTHMOST) > 0
                || longitude.compareTo(WESTMOST) < 0
                || longitude.compareTo(EASTMOST) > 0;
        if (outside) {
            return Reading.wrongPart(POINT, "position.outside");
        }
        Sweref.Grid grid = Sweref.grid(point);
        return new Reading.Right(List.of(
                place,
                latitude.toPlainString(),
                longitude.toPlainString(),
                rounded(grid.north(), 0).toPlainString(),
                rounded(grid.east(), 0).toPlainString()));
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("position.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (!values.get(0).isEmpty()) {
            lines.add(values.get(0));
        }
        if (!values.get(1).isEmpty()) {
            lines.add("%s, %s (WGS 84)".formatted(values.get(1), values.get(2)));
            lines.add("N %s, E %s (SWEREF 99 TM)".formatted(values.get(3), values.get(4)));
        }
        return lines;
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new RecordShape(List.of(
                new Member("place", "Platsen i ord", new TextShape(1, LONGEST), false),
                new Member(
                        "latitude",
                        "Latitud, WGS 84, i grader",
                        new NumberShape(SOUTHMOST, NORTHMOST, DEGREE_DECIMALS),
                        false),
                new Member(
                        "longitude",
                        "Longitud, WGS 84, i grader",
                        new NumberShape(WESTMOST, EASTMOST, DEGREE_DECIMALS),
                        false),
                new Member("north", "Nord, SWEREF 99 TM, i meter", new NumberShape(null, null, 0), false),
                new Member("east", "Öst, SWEREF 99 TM, i meter", new NumberShape(null, null, 0), false))));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(MapType.create(SimpleType.STRING, SimpleType.DOUBLE));
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < NUMBERS.size(); i++) {
            String value = values.get(i + 1);
            if (!value.isEmpty()) {
                numbers.put(NUMBERS.get(i), Double.valueOf(value));
            }
        }
        return numbers;
    }
}
