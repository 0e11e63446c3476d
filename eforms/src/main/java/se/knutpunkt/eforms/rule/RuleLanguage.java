package se.knutpunkt.eforms.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.knutpunkt.eforms.definition.Texts;

/**
 * The part of CEL that rules of one form may use. Each field is a variable of its id, an optional of its type, empty
 * while unanswered: {@code volume.orValue(0.0) > 5.0}. {@code today} is a timestamp like an answered date.
 *
 * <p>What the rows of a repeating group answered is a list outside the group, {@code sum(cost)}, and the row's own answer
 * inside it; {@code size(cost)} counts the rows that answered. {@link RuleFunctions} tells what there is beyond CEL's own
 * functions.
 *
 * <p>The cost of a rule is bounded by what it may say: no macros and thus no loops, at most 1000 characters, regular
 * expressions that run in linear time, and {@link RuleCost}. {@code value()} is refused because it fails on an unanswered
 * field, messages and types of CEL because a form has no use for them.
 */
final class RuleLanguage {

    static final String TODAY = "today";

    private static final int MAX_CHARACTERS = 1000;
    private static final int MAX_DEPTH = 20;
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_CHARACTERS)
            .maxParseRecursionDepth(MAX_DEPTH * 2)
            .maxParseErrorRecoveryLimit(1)
            .maxRegexProgramSize(500)
            .build();

    private final Cel cel;
    private final Set<String> fields;
    private final RuleCost cost;

    /**
     * @param types the type of each variable
     * @param sizes most characters or members of each variable
     */
    RuleLanguage(Map<String, CelType> types, Map<String, Integer> sizes) {
        var builder = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .addCompilerLibraries(CelOptionalLibrary.INSTANCE)
                .addRuntimeLibraries(CelOptionalLibrary.INSTANCE)
                .addFunctionDeclarations(RuleFunctions.DECLARATIONS)
                .addFunctionBindings(RuleFunctions.BINDINGS)
                .addVar(TODAY, SimpleType.TIMESTAMP);
        types.forEach(builder::addVar);
        cel = builder.build();
        fields = Set.copyOf(types.keySet());
        cost = new RuleCost(Map.copyOf(sizes));
    }

    /**
     * Checks and compiles one rule.
     *
     * @param mayUse the fields it may look at
     * @param result what must come out
     * @throws RefusedRule when it can't be used, with the reason for the editor
     */
    CompiledRule compile(String text, Set<String> mayUse, CelType result) throws RefusedRule {
        try {
            CelAbstractSyntaxTree parsed = cel.parse(text).getAst();
            refuseForeignKinds(parsed);
            Set<String> used = names(parsed);
            refuseForeignNames(used, mayUse);
            refuseUnsafeCalls(parsed);
            refuseDear(parsed);
            CelAbstractSyntaxTree checked = cel.check(parsed).getAst();
            refuseOtherResult(checked, result);
            CelRuntime.Program program = cel.createProgram(checked);
            return new CompiledRule(
                    program, used.stream().filter(fields::contains).collect(Collectors.toUnmodifiableSet()));
        } catch (CelValidationException e) {
            String detail = firstLine(e.getMessage());
            throw new RefusedRule(
                    Texts.of("Regeln går inte att förstå: " + detail, "The rule is not right: " + detail));
        } catch (CelEvaluationException e) {
            String detail = firstLine(e.getMessage());
            throw new RefusedRule(
                    Texts.of("Regeln går inte att använda: " + detail, "The rule cannot be used: " + detail));
        }
    }

    private static void refuseForeignKinds(CelAbstractSyntaxTree parsed) throws RefusedRule {
        boolean foreign = nodes(parsed).anyMatch(expr -> switch (expr.getKind()) {
            case CONSTANT, IDENT, SELECT, CALL, LIST -> false;
            default -> true;
        });
        if (foreign) {
            throw new RefusedRule(
                    Texts.of(
                            "Regeln använder något som formulär inte har: bara frågor, tal, texter, listor och funktioner går bra.",
                            "The rule uses something that forms do not have: only questions, numbers, texts, lists and functions."));
        }
    }

    private void refuseDear(CelAbstractSyntaxTree parsed) throws RefusedRule {
        if (cost.of(parsed.getExpr()) > RuleCost.MOST) {
            throw new RefusedRule(Texts.of(
                    "Regeln kan ta för lång tid. Jämför kortare texter, eller dela upp den.",
                    "The rule may take too long. Compare shorter texts, or divide it."));
        }
    }

    private static void refuseOtherResult(CelAbstractSyntaxTree checked, CelType wanted) throws RefusedRule {
        if (!wanted.isAssignableFrom(checked.getResultType())) {
            throw new RefusedRule(Texts.of(
                    "Regeln ska ge %s, men ger %s."
                            .formatted(RuleTypes.swedish(wanted), RuleTypes.swedish(checked.getResultType())),
                    "The rule must give %s, but gives %s."
                            .formatted(RuleTypes.english(wanted), RuleTypes.english(checked.getResultType()))));
        }
    }

    private void refuseForeignNames(Set<String> used, Set<String> mayUse) throws RefusedRule {
        for (String name : used) {
            if (name.equals(TODAY) || mayUse.contains(name)) {
                continue;
            }
            throw new RefusedRule(
                    fields.contains(name)
                            ? Texts.of(
                                    "Regeln använder fältet ”%s”, som inte frågas tidigare.".formatted(name),
                                    "The rule uses the field “%s”, which is not asked earlier.".formatted(name))
                            : Texts.of(
                                    "Regeln använder ”%s”, som inte är ett fält i formuläret.".formatted(name),
                                    "The rule uses “%s”, which is not a field of the form.".formatted(name)));
        }
    }

    private static void refuseUnsafeCalls(CelAbstractSyntaxTree parsed) throws RefusedRule {
        Optional<String> unsafe = nodes(parsed)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL)
                .map(expr -> expr.call().function())
                .filter(function -> function.equals("value"))
                .findFirst();
        if (unsafe.isPresent()) {
            throw new RefusedRule(Texts.of(
                    "Använd orValue(…) i stället för value(), som inte går på en obesvarad fråga.",
                    "Use orValue(…) instead of value(), which fails on an unanswered question."));
        }
    }

    private static Set<String> names(CelAbstractSyntaxTree parsed) {
        return nodes(parsed)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(expr -> expr.ident().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<CelExpr> nodes(CelAbstractSyntaxTree parsed) {
        return CelNavigableAst.fromAst(parsed).getRoot().allNodes().map(CelNavigableExpr::expr);
    }

    /** CEL adds a drawing of the place under its message. */
    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: <input>:", "")
                .strip();
    }

    /** A rule as it runs. */
    record CompiledRule(CelRuntime.Program program, Set<String> uses) {}

    /** Why a rule can't be used. */
    static final class RefusedRule extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Texts reason;

        RefusedRule(Texts reason) {
            super(reason.in(java.util.Locale.ENGLISH));
            this.reason = reason;
        }

        Texts reason() {
            return reason;
        }
    }
}
