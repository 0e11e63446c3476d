package se.knutpunkt.eforms.rule;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule can cost at worst, counted before it ever runs, since CEL has no time limit of its own. One step is one
 * operation or one character or member looked at. A rule has no loops, so that each part of it runs at most once; only
 * the sizes of what it looks at matter, and they are bounded by the limits of its fields.
 *
 * @param sizes most characters or members of each variable
 */
record RuleCost(Map<String, Integer> sizes) {

    /** Most steps of one rule: some tenths of a millisecond. */
    static final long MOST = 200_000;

    private static final int NUMBER_AS_TEXT = 32;

    /**
     * What an expression can cost.
     *
     * @param steps operations, characters and members, at worst
     * @param size greatest length of what comes out; 1 for what is no text and no list
     */
    private record Cost(long steps, long size) {}

    /** Steps at worst. */
    long of(CelExpr expression) {
        return cost(expression).steps();
    }

    private Cost cost(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> new Cost(1, size(expression.constant()));
            case IDENT -> new Cost(1, sizes.getOrDefault(expression.ident().name(), 1));
            case SELECT -> {
                Cost operand = cost(expression.select().operand());
                yield new Cost(operand.steps() + 1, operand.size());
            }
            case LIST -> list(expression.list().elements());
            case CALL -> call(expression.call());
            // maps, structs and comprehensions are refused by the language; should one come through, it is too dear
            default -> new Cost(MOST + 1, MOST);
        };
    }

    private static long size(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                ? constant.stringValue().length()
                : 1;
    }

    private Cost list(List<CelExpr> elements) {
        long steps = 1;
        long size = elements.size();
        for (CelExpr element : elements) {
            Cost cost = cost(element);
            steps += cost.steps();
            size += cost.size();
        }
        return new Cost(steps, size);
    }

    private Cost call(CelExpr.CelCall call) {
        long steps = 1;
        long sum = 0;
        long product = 1;
        long greatest = 1;
        Optional<CelExpr> target = call.target();
        List<Cost> parts = new java.util.ArrayList<>();
        target.ifPresent(expression -> parts.add(cost(expression)));
        call.args().forEach(argument -> parts.add(cost(argument)));
        for (Cost part : parts) {
            steps += part.steps();
            sum += part.size();
            product = Math.min(MOST * 2, product * Math.max(1, part.size()));
            greatest = Math.max(greatest, part.size());
        }
        return switch (call.function()) {
            // a text that is looked for, or a pattern that is followed, in another text
            case "contains", "matches", "@in", "in" -> new Cost(steps + product, 1);
            case "_+_" -> new Cost(steps + sum, sum);
            case "string" -> new Cost(steps + sum, Math.max(NUMBER_AS_TEXT, greatest));
            // one of both comes out, as long as the longer
            case "_?_:_", "orValue", "or", "optional.of" -> new Cost(steps, greatest);
            default -> new Cost(steps + sum, greatest);
        };
    }
}
