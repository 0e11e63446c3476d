package se.knutpunkt.eforms.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Route;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.RuleLanguage.CompiledRule;
import se.knutpunkt.eforms.rule.RuleLanguage.RefusedRule;

/**
 * All rules of one form, compiled. Safe for many threads. A rule looks at what is asked before it, so that no rules can
 * wait for each other. A rule that fails while it runs never locks the sender out: its field is shown, nothing is
 * required, its check passes, its value is unanswered, its case goes the usual way; the failure is logged.
 */
public final class FormRules {

    private static final Logger LOG = Logger.getLogger(FormRules.class.getName());

    private final FormDefinition form;
    private final FieldTypes types = FieldTypes.standard();
    private final Map<Slot, CompiledRule> rules = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Object> unanswered = new HashMap<>();
    private final Map<String, Map<String, Object>> unansweredInRow = new HashMap<>();
    private final Set<String> opening = new HashSet<>();
    private final List<RuleFault> faults = new ArrayList<>();

    /** What a rule decides. */
    private enum Aspect {
        PAGE,
        FIELD,
        REQUIRED,
        OPTION,
        VALUE,
        CHECK,
        ROUTE
    }

    /** The place of a rule: what it decides, and of which page, field, option, check or route. */
    private record Slot(Aspect aspect, String name) {}

    private FormRules(FormDefinition form) {
        this.form = form;
        compile();
    }

    /** Compiles the rules of a form; faulty ones are found in {@link #faults()}. */
    public static FormRules of(FormDefinition form) {
        return new FormRules(form);
    }

    /** The rules that can't be used, in the order of the definition; empty for an imported form. */
    public List<RuleFault> faults() {
        return List.copyOf(faults);
    }

    /**
     * What rules know before anything is answered.
     *
     * @param today the date in Sweden
     */
    public Facts begin(LocalDate today) {
        return Facts.of(today, unanswered);
    }

    /**
     * What rules know inside one more row of a repeating group.
     *
     * @param group as the definition has it
     * @param around what is known around the group
     */
    public Facts row(Field group, Facts around) {
        return around.row(unansweredInRow.getOrDefault(group.id(), Map.of()));
    }

    /** Whether a page is asked at all, given what was answered before it. */
    public boolean visible(FormPage page, Facts facts) {
        return holds(new Slot(Aspect.PAGE, page.id()), facts, true);
    }

    /**
     * Whether a field of a visible page is asked, given what was answered before it.
     *
     * @param field as the definition has it
     * @param facts those of its row, for a field of a repeating group
     */
    public boolean visible(Field field, Facts facts) {
        return holds(new Slot(Aspect.FIELD, field.id()), facts, true);
    }

    /** Whether a visible field must be answered, given the answers of visible fields. */
    public boolean required(Field field, Facts facts) {
        if (field.required() || field.requiredWhen() == null) {
            return field.required();
        }
        return holds(new Slot(Aspect.REQUIRED, field.id()), facts, false);
    }

    /** What can be chosen in a field now: all that the definition has, but for the options that a rule keeps away. */
    public List<Option> options(Field field, Facts facts) {
        if (field.options().stream().allMatch(option -> option.visible() == null)) {
            return field.options();
        }
        return field.options().stream()
                .filter(option -> holds(optionSlot(field, option), facts, true))
                .toList();
    }

    /** The value of a field that is worked out; empty when it can't be. */
    public Optional<Object> computed(Field field, Facts facts) {
        return value(new Slot(Aspect.VALUE, field.id()), facts);
    }

    /** The checks that fail among those said on the page, given the answers of visible fields; not those of rows. */
    public List<Check> failed(FormPage page, Facts facts) {
        return form.checks().stream()
                .filter(check -> group(check).isEmpty() && isOn(check, page) && fails(check, facts))
                .toList();
    }

    /** The checks that fail in one row of a repeating group, given that row's answers. */
    public List<Check> failedInRow(Field group, Facts row) {
        return form.checks().stream()
                .filter(check -> group(check).filter(group.id()::equals).isPresent() && fails(check, row))
                .toList();
    }

    private boolean fails(Check check, Facts facts) {
        return !holds(new Slot(Aspect.CHECK, check.id()), facts, true);
    }

    /** Where the form goes, given all its answers: the first route whose rule holds; empty for the form's own case type. */
    public Optional<Route> route(Facts facts) {
        for (int r = 0; r < form.routes().size(); r++) {
            if (holds(new Slot(Aspect.ROUTE, Integer.toString(r)), facts, false)) {
                return Optional.of(form.routes().get(r));
            }
        }
        return Optional.empty();
    }

    /** True when what else stands on the field's page depends on its answer. */
    public boolean opensOthers(Field field) {
        return opening.contains(field.id());
    }

    /** The group whose rows the check is about; empty for a check of the form's own fields. */
    private Optional<String> group(Check check) {
        return Optional.ofNullable(groups.get(check.fields().get(0)));
    }

    private static boolean isOn(Check check, FormPage page) {
        return page.fields().stream().anyMatch(field -> check.fields().contains(field.id()));
    }

    private static Slot optionSlot(Field field, Option option) {
        return new Slot(Aspect.OPTION, field.id() + "/" + option.value());
    }

    /** The languages of the form and of each repeating group, and what may be looked at so far. */
    private final class Compiler {

        private final RuleLanguage language;
        private final Map<String, RuleLanguage> inRow = new HashMap<>();
        private final Set<String> earlier = new HashSet<>();
        private final Set<String> onPage = new HashSet<>();

        Compiler(Variables all, Map<String, Variables> rows) {
            language = all.language();
            rows.forEach((group, variables) -> inRow.put(group, variables.language()));
        }

        void page(int p) {
            FormPage page = form.pages().get(p);
            String at = "/pages/" + p;
            onPage.clear();
            add(language, at + "/visible", page.visible(), new Slot(Aspect.PAGE, page.id()), SimpleType.BOOL, earlier);
            for (int f = 0; f < page.fields().size(); f++) {
                field(language, page.fields().get(f), at + "/fields/" + f, earlier);
            }
            for (int f = 0; f < page.fields().size(); f++) {
                requirement(language, page.fields().get(f), at + "/fields/" + f, earlier);
            }
            for (int c = 0; c < form.checks().size(); c++) {
                Check check = form.checks().get(c);
                if (group(check).isEmpty() && isOn(check, page)) {
                    check(language, c, earlier);
                }
            }
        }

        private void field(RuleLanguage in, Field field, String at, Set<String> mayUse) {
            add(in, at + "/visible", field.visible(), new Slot(Aspect.FIELD, field.id()), SimpleType.BOOL, mayUse);
            for (int o = 0; o < field.options().size(); o++) {
                Option option = field.options().get(o);
                String pointer = at + "/options/" + o + "/visible";
                add(in, pointer, option.visible(), optionSlot(field, option), SimpleType.BOOL, mayUse);
            }
            FieldType type = types.of(field);
            type.computes(field)
                    .ifPresent(result -> add(
                            in, at + "/compute", field.compute(), new Slot(Aspect.VALUE, field.id()), result, mayUse));
            if (type.repeats()) {
                rows(field, at);
            }
            if (type.celType(field).isPresent()) {
                mayUse.add(field.id());
                onPage.add(field.id());
            }
        }

        private void rows(Field group, String at) {
            RuleLanguage own = inRow.get(group.id());
            Set<String> mayUse = new HashSet<>(earlier);
            for (int f = 0; f < group.fields().size(); f++) {
                field(own, group.fields().get(f), at + "/fields/" + f, mayUse);
            }
            for (int f = 0; f < group.fields().size(); f++) {
                requirement(own, group.fields().get(f), at + "/fields/" + f, mayUse);
            }
            for (int c = 0; c < form.checks().size(); c++) {
                if (group(form.checks().get(c)).filter(group.id()::equals).isPresent()) {
                    check(own, c, mayUse);
                }
            }
            earlier.addAll(mayUse);
        }

        private void requirement(RuleLanguage in, Field field, String at, Set<String> mayUse) {
            add(
                    in,
                    at + "/requiredWhen",
                    field.requiredWhen(),
                    new Slot(Aspect.REQUIRED, field.id()),
                    SimpleType.BOOL,
                    mayUse);
        }

        private void check(RuleLanguage in, int index, Set<String> mayUse) {
            Check check = form.checks().get(index);
            String at = "/checks/" + index + "/rule";
            // a check says something when the page is sent; it opens nothing
            Set<String> opened = new HashSet<>(opening);
            add(in, at, check.rule(), new Slot(Aspect.CHECK, check.id()), SimpleType.BOOL, mayUse);
            opening.retainAll(opened);
        }

        void routes() {
            onPage.clear();
            for (int r = 0; r < form.routes().size(); r++) {
                Route route = form.routes().get(r);
                Slot slot = new Slot(Aspect.ROUTE, Integer.toString(r));
                add(language, "/routes/" + r + "/when", route.when(), slot, SimpleType.BOOL, earlier);
            }
        }

        private void add(
                RuleLanguage in, String pointer, @Nullable String text, Slot slot, CelType result, Set<String> mayUse) {
            if (text == null) {
                return;
            }
            try {
                CompiledRule rule = in.compile(text, mayUse, result);
                rules.put(slot, rule);
                rule.uses().stream().filter(onPage::contains).forEach(opening::add);
            } catch (RefusedRule e) {
                faults.add(new RuleFault(pointer, e.reason()));
            }
        }
    }

    /** Names that rules of one scope may use. */
    private final class Variables {

        private final Map<String, CelType> named = new LinkedHashMap<>();
        private final Map<String, Integer> sizes = new HashMap<>();
        private final Map<String, Object> empty;

        Variables(Map<String, Object> empty) {
            this.empty = empty;
        }

        void answer(Field field) {
            types.of(field).celType(field).ifPresent(type -> {
                named.put(field.id(), OptionalType.create(type));
                sizes.put(field.id(), types.of(field).celSize(field));
                empty.put(field.id(), Optional.empty());
            });
        }

        void answers(Field group) {
            int rows = types.of(group).celSize(group);
            for (Field field : group.fields()) {
                types.of(field).celType(field).ifPresent(type -> {
                    named.put(field.id(), ListType.create(type));
                    sizes.put(field.id(), rows * types.of(field).celSize(field));
                    empty.put(field.id(), List.of());
                });
            }
        }

        RuleLanguage language() {
            return new RuleLanguage(named, sizes);
        }
    }

    private void compile() {
        Variables all = new Variables(unanswered);
        form.fields().forEach(field -> {
            all.answer(field);
            if (types.of(field).repeats()) {
                all.answers(field);
                field.fields().forEach(own -> groups.put(own.id(), field.id()));
            }
        });
        Map<String, Variables> rows = new HashMap<>();
        form.fields().filter(field -> types.of(field).repeats()).forEach(group -> rows.put(group.id(), inRow(group)));
        Compiler compiler = new Compiler(all, rows);
        for (int p = 0; p < form.pages().size(); p++) {
            compiler.page(p);
        }
        compiler.routes();
    }

    private Variables inRow(Field group) {
        Variables variables = new Variables(unansweredInRow.computeIfAbsent(group.id(), id -> new HashMap<>()));
        form.fields().forEach(variables::answer);
        group.fields().forEach(variables::answer);
        return variables;
    }

    private boolean holds(Slot slot, Facts facts, boolean otherwise) {
        return value(slot, facts).map(Boolean.class::cast).orElse(otherwise);
    }

    private Optional<Object> value(Slot slot, Facts facts) {
        CompiledRule rule = rules.get(slot);
        if (rule == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(rule.program().eval(facts));
        } catch (CelEvaluationException e) {
            // The message of CEL may quote an answer, so only the place is logged.
            LOG.log(Level.WARNING, "A rule of the form {0} fails: {1} {2}", new Object[] {
                form.slug(), slot.aspect(), slot.name()
            });
            return Optional.empty();
        }
    }
}
