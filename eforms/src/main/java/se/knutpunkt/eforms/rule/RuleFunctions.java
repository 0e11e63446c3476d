package se.knutpunkt.eforms.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What rules can work out beyond CEL's own functions. A date is the timestamp of its midnight in UTC, as answered dates
 * are.
 *
 * <ul>
 *   <li>{@code sum(list)}: the sum of numbers, exact in decimals; 0 of none
 *   <li>{@code round(number, decimals)}: half away from zero, as money is rounded
 *   <li>{@code years(from, to)}, {@code days(from, to)}: whole ones, negative backwards
 *   <li>{@code plusDays}, {@code plusMonths}, {@code plusYears}{@code (date, count)}: in the calendar; the last day of a
 *       shorter month stands for one that it lacks
 * </ul>
 */
final class RuleFunctions {

    /** Far beyond any form; keeps dates inside the calendar and numbers inside their digits. */
    private static final long MOST_STEPS = 1_000_000;

    private static final int MOST_DECIMALS = 6;

    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            CelFunctionDecl.newFunctionDeclaration(
                    "sum",
                    overload("sum_doubles", SimpleType.DOUBLE, ListType.create(SimpleType.DOUBLE)),
                    overload("sum_ints", SimpleType.INT, ListType.create(SimpleType.INT))),
            CelFunctionDecl.newFunctionDeclaration(
                    "round", overload("round_double", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT)),
            CelFunctionDecl.newFunctionDeclaration(
                    "years", overload("years_between", SimpleType.INT, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP)),
            CelFunctionDecl.newFunctionDeclaration(
                    "days", overload("days_between", SimpleType.INT, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP)),
            plus("plusDays", "plus_days"),
            plus("plusMonths", "plus_months"),
            plus("plusYears", "plus_years"));

    static final Set<CelFunctionBinding> BINDINGS = Set.of(
            CelFunctionBinding.from("sum_doubles", List.class, RuleFunctions::sumOfDoubles),
            CelFunctionBinding.from("sum_ints", List.class, RuleFunctions::sumOfInts),
            CelFunctionBinding.from("round_double", Double.class, Long.class, RuleFunctions::round),
            CelFunctionBinding.from(
                    "years_between", Instant.class, Instant.class, (from, to) -> between(from, to, ChronoUnit.YEARS)),
            CelFunctionBinding.from(
                    "days_between", Instant.class, Instant.class, (from, to) -> between(from, to, ChronoUnit.DAYS)),
            CelFunctionBinding.from(
                    "plus_days", Instant.class, Long.class, (date, count) -> plus(date, count, ChronoUnit.DAYS)),
            CelFunctionBinding.from(
                    "plus_months", Instant.class, Long.class, (date, count) -> plus(date, count, ChronoUnit.MONTHS)),
            CelFunctionBinding.from(
                    "plus_years", Instant.class, Long.class, (date, count) -> plus(date, count, ChronoUnit.YEARS)));

    private RuleFunctions() {}

    private static CelFunctionDecl plus(String name, String id) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, overload(id, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT));
    }

    private static CelOverloadDecl overload(String id, CelType result, CelType... arguments) {
        return CelOverloadDecl.newGlobalOverload(id, result, arguments);
    }

    private static double sumOfDoubles(List<?> numbers) {
        return numbers.stream()
                .map(number -> new BigDecimal(number.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static long sumOfInts(List<?> numbers) {
        return numbers.stream().mapToLong(number -> (Long) number).reduce(0, Math::addExact);
    }

    private static double round(double number, long decimals) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("only a number can be rounded");
        }
        int digits = (int) Math.max(0, Math.min(MOST_DECIMALS, decimals));
        return new BigDecimal(Double.toString(number))
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static long between(Instant from, Instant to, ChronoUnit unit) {
        return unit.between(date(from), date(to));
    }

    private static Instant plus(Instant date, long count, ChronoUnit unit) {
        if (Math.abs(count) > MOST_STEPS) {
            throw new IllegalArgumentException("too far from the date");
        }
        return date(date).plus(count, unit).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate date(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
