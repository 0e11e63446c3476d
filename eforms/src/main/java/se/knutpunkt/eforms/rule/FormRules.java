package se.knutpunkt.eforms.rule;

import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.RuleLanguage.CompiledRule;
import se.knutpunkt.eforms.rule.RuleLanguage.RefusedRule;

/**
 * All rules of one form, compiled. Safe for many threads. A rule that fails while it runs never locks the sender out:
 * its field is shown, nothing is required, its check passes; the failure is logged.
 */
public final class FormRules {

    private static final Logger LOG = Logger.getLogger(FormRules.class.getName());

    private final FormDefinition form;
    private final FieldTypes types = FieldTypes.standard();
    private final Map<String, CompiledRule> byPointer = new HashMap<>();
    private final List<RuleFault> faults = new ArrayList<>();

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
     * The visible fields in order, given the answers so far; a hidden field's answer counts as none for later rules.
     *
     * @param answers normalised answers by field id, unanswered fields left out
     * @param today the date in Sweden
     */
    public Set<String> visible(Map<String, List<String>> answers, LocalDate today) {
        Set<String> visible = new LinkedHashSet<>();
        Map<String, Object> seen = noAnswers(today);
        for (int p = 0; p < form.pages().size(); p++) {
            FormPage page = form.pages().get(p);
            boolean pageVisible = holds(pagePointer(p) + "/visible", seen, true);
            for (int f = 0; f < page.fields().size(); f++) {
                Field field = page.fields().get(f);
                if (pageVisible && holds(fieldPointer(p, f) + "/visible", seen, true)) {
                    visible.add(field.id());
                    see(field, answers, seen);
                }
            }
        }
        return visible;
    }

    /** Whether a visible field must be answered, given the answers of visible fields. */
    public boolean required(Field field, Map<String, List<String>> answers, LocalDate today) {
        if (field.required() || field.requiredWhen() == null) {
            return field.required();
        }
        return holds(pointerOf(field) + "/requiredWhen", facts(answers, today), false);
    }

    /** The checks that fail among those said on the page, given the answers of visible fields. */
    public List<Check> failed(FormPage page, Map<String, List<String>> answers, LocalDate today) {
        Map<String, Object> facts = facts(answers, today);
        List<Check> failed = new ArrayList<>();
        for (int c = 0; c < form.checks().size(); c++) {
            Check check = form.checks().get(c);
            if (isOn(check, page) && !holds(checkPointer(c) + "/rule", facts, true)) {
                failed.add(check);
            }
        }
        return failed;
    }

    /** True when whether another field of the same page is visible or required depends on the field. */
    public boolean opensOthers(Field field) {
        int p = pageIndex(field);
        String prefix = pagePointer(p) + "/";
        return byPointer.entrySet().stream()
                .anyMatch(rule -> rule.getKey().startsWith(prefix)
                        && rule.getValue().uses().contains(field.id()));
    }

    private static boolean isOn(Check check, FormPage page) {
        return page.fields().stream().anyMatch(field -> check.fields().contains(field.id()));
    }

    private void compile() {
        Map<String, CelType> all = new LinkedHashMap<>();
        form.fields()
                .forEach(field -> types.find(field.type())
                        .flatMap(type -> type.celType())
                        .ifPresent(type -> all.put(field.id(), type)));
        RuleLanguage language = new RuleLanguage(all);
        Set<String> earlier = new HashSet<>();
        for (int p = 0; p < form.pages().size(); p++) {
            FormPage page = form.pages().get(p);
            add(language, pagePointer(p) + "/visible", page.visible(), earlier);
            for (int f = 0; f < page.fields().size(); f++) {
                Field field = page.fields().get(f);
                add(language, fieldPointer(p, f) + "/visible", field.visible(), earlier);
                if (all.containsKey(field.id())) {
                    earlier.add(field.id());
                }
            }
            for (int f = 0; f < page.fields().size(); f++) {
                add(
                        language,
                        fieldPointer(p, f) + "/requiredWhen",
                        page.fields().get(f).requiredWhen(),
                        earlier);
            }
            for (int c = 0; c < form.checks().size(); c++) {
                if (isOn(form.checks().get(c), page)) {
                    add(
                            language,
                            checkPointer(c) + "/rule",
                            form.checks().get(c).rule(),
                            earlier);
                }
            }
        }
    }

    private void add(RuleLanguage language, String pointer, @Nullable String text, Set<String> mayUse) {
        if (text == null) {
            return;
        }
        try {
            byPointer.put(pointer, language.compile(text, mayUse));
        } catch (RefusedRule e) {
            faults.add(new RuleFault(pointer, e.reason()));
        }
    }

    private boolean holds(String pointer, Map<String, Object> facts, boolean otherwise) {
        CompiledRule rule = byPointer.get(pointer);
        if (rule == null) {
            return otherwise;
        }
        try {
            return (Boolean) rule.program().eval(facts);
        } catch (CelEvaluationException e) {
            // The message of CEL may quote an answer, so only the place is logged.
            LOG.log(Level.WARNING, "A rule of the form {0} fails at {1}", new Object[] {form.slug(), pointer});
            return otherwise;
        }
    }

    private Map<String, Object> facts(Map<String, List<String>> answers, LocalDate today) {
        Map<String, Object> facts = noAnswers(today);
        form.fields().forEach(field -> see(field, answers, facts));
        return facts;
    }

    private Map<String, Object> noAnswers(LocalDate today) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(RuleLanguage.TODAY, today.atStartOfDay(ZoneOffset.UTC).toInstant());
        form.fields().forEach(field -> facts.put(field.id(), Optional.empty()));
        return facts;
    }

    private void see(Field field, Map<String, List<String>> answers, Map<String, Object> facts) {
        List<String> values = answers.get(field.id());
        if (values != null && !values.isEmpty()) {
            facts.put(field.id(), Optional.of(types.of(field).celValue(values)));
        }
    }

    private int pageIndex(Field field) {
        for (int p = 0; p < form.pages().size(); p++) {
            if (form.pages().get(p).fields().contains(field)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no field " + field.id() + " in the form " + form.slug());
    }

    private String pointerOf(Field field) {
        int p = pageIndex(field);
        return fieldPointer(p, form.pages().get(p).fields().indexOf(field));
    }

    private static String pagePointer(int page) {
        return "/pages/" + page;
    }

    private static String fieldPointer(int page, int field) {
        return pagePointer(page) + "/fields/" + field;
    }

    private static String checkPointer(int check) {
        return "/checks/" + check;
    }
}
