package se.knutpunkt.eforms.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.eforms.definition.Route;
import se.knutpunkt.eforms.definition.Submitters;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.FormRules;

/** The third look: does what the definition says hold together? */
final class MeaningCheck {

    /** Names that rules already give a meaning: words and types of CEL, and the date of today. */
    private static final Set<String> TAKEN_FIELD_IDS = Set.of(
            "today",
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "dyn",
            "null_type",
            "optional",
            "optional_type",
            "size",
            "has",
            "all",
            "exists",
            "exists_one",
            "filter",
            "timestamp",
            "duration",
            "matches",
            "google",
            "sum",
            "round",
            "years",
            "days");

    /** Names that addresses under a draft already give a meaning. */
    private static final Set<String> TAKEN_PAGE_IDS = Set.of(
            "granska", "kvitto", "kvittens", "filer", "skicka", "start", "ta-bort", "sparat", "utkast", "uppdatera");

    private final Predicate<String> caseTypeInUse;

    MeaningCheck(Predicate<String> caseTypeInUse) {
        this.caseTypeInUse = caseTypeInUse;
    }

    List<Problem> problems(FormDefinition form) {
        List<Problem> found = new ArrayList<>();
        checkCaseType(form.caseType(), "/caseType", found);
        if (form.level() != null && form.submitters() == Submitters.ANONYMOUS) {
            add(
                    found,
                    "/level",
                    "Formuläret ”%s” har ingen inloggning som kan vara stark.",
                    "The form “%s” has no login that could be strong.",
                    form.slug());
        }
        for (int r = 0; r < form.routes().size(); r++) {
            checkRoute(form.routes().get(r), "/routes/" + r, found);
        }
        Set<String> pageIds = new HashSet<>();
        Set<String> fieldIds = new HashSet<>();
        for (int p = 0; p < form.pages().size(); p++) {
            checkPage(form, p, pageIds, fieldIds, found);
        }
        checkChecks(form, found);
        boolean namesAreClear = found.isEmpty();
        if (namesAreClear) {
            FormRules.of(form).faults().forEach(fault -> found.add(problem(fault.pointer(), fault.message())));
        }
        return List.copyOf(found);
    }

    private void checkRoute(Route route, String at, List<Problem> found) {
        checkCaseType(route.caseType(), at + "/caseType", found);
    }

    private void checkCaseType(String code, String at, List<Problem> found) {
        if (!caseTypeInUse.test(code)) {
            add(found, at, "Ärendetypen ”%s” är inte registrerad.", "The case type “%s” is not registered.", code);
        }
    }

    private static void checkPage(
            FormDefinition form, int index, Set<String> pageIds, Set<String> fieldIds, List<Problem> found) {
        FormPage page = form.pages().get(index);
        String pointer = "/pages/" + index;
        if (!pageIds.add(page.id())) {
            add(found, pointer + "/id", "Två sidor heter ”%s”.", "Two pages are called “%s”.", page.id());
        }
        if (TAKEN_PAGE_IDS.contains(page.id())) {
            add(found, pointer + "/id", "En sida kan inte heta ”%s”.", "A page cannot be called “%s”.", page.id());
        }
        boolean asks = false;
        for (int f = 0; f < page.fields().size(); f++) {
            Field field = page.fields().get(f);
            String at = pointer + "/fields/" + f;
            checkName(field, at, fieldIds, found);
            asks |= checkField(form, field, at, found);
            checkRows(form, field, at, fieldIds, found);
        }
        if (!asks) {
            add(found, pointer + "/fields", "Sidan ”%s” frågar inget.", "The page “%s” asks nothing.", page.id());
        }
    }

    private static void checkName(Field field, String at, Set<String> fieldIds, List<Problem> found) {
        if (!fieldIds.add(field.id())) {
            add(found, at + "/id", "Två fält heter ”%s”.", "Two fields are called “%s”.", field.id());
        }
        if (TAKEN_FIELD_IDS.contains(field.id())) {
            add(found, at + "/id", "Ett fält kan inte heta ”%s”.", "A field cannot be called “%s”.", field.id());
        }
    }

    /** What each row of a repeating group asks. */
    private static void checkRows(
            FormDefinition form, Field group, String at, Set<String> fieldIds, List<Problem> found) {
        FieldType type = FieldTypes.standard().of(group);
        if (!type.repeats() && !(group.fields().isEmpty() && group.item() == null)) {
            add(
                    found,
                    at + "/fields",
                    "Fält av typen ”%s” har inga rader.",
                    "Fields of the type “%s” have no rows.",
                    type.code());
            return;
        }
        boolean asks = group.fields().isEmpty();
        for (int f = 0; f < group.fields().size(); f++) {
            Field field = group.fields().get(f);
            String place = at + "/fields/" + f;
            checkName(field, place, fieldIds, found);
            asks |= checkField(form, field, place, found);
            if (FieldTypes.standard().of(field).repeats()) {
                add(
                        found,
                        place + "/type",
                        "”%s” kan inte stå i en rad: en grupp har inga grupper i sig.",
                        "“%s” cannot stand in a row: a group has no groups in it.",
                        field.id());
            }
            if (field.prefill() != null) {
                add(
                        found,
                        place + "/prefill",
                        "”%s” står i en rad och kan inte fyllas i med en enda persons uppgift.",
                        "“%s” stands in a row and cannot be filled in with what one person has.",
                        field.id());
            }
        }
        if (!asks) {
            add(found, at + "/fields", "En rad i ”%s” frågar inget.", "A row of “%s” asks nothing.", group.id());
        }
    }

    private static boolean checkField(FormDefinition form, Field field, String at, List<Problem> found) {
        FieldType type = FieldTypes.standard().of(field);
        for (String limit : LimitNames.stated(field.limits())) {
            if (!type.limits().contains(limit)) {
                add(
                        found,
                        at + "/limits/" + limit,
                        "Gränsen finns inte för fält av typen ”%s”.",
                        "The limit does not exist for fields of the type “%s”.",
                        type.code());
            }
        }
        if (!field.options().isEmpty() && !type.hasOptions()) {
            add(
                    found,
                    at + "/options",
                    "Fält av typen ”%s” har inga egna alternativ.",
                    "Fields of the type “%s” have no options of their own.",
                    type.code());
        }
        if (!type.asks() && (field.required() || field.requiredWhen() != null)) {
            add(
                    found,
                    at,
                    "Fält av typen ”%s” kan inte krävas.",
                    "Fields of the type “%s” cannot be required.",
                    type.code());
        }
        if (field.required() && field.requiredWhen() != null) {
            add(
                    found,
                    at + "/requiredWhen",
                    "Fältet ”%s” krävs redan alltid.",
                    "The field “%s” is already always required.",
                    field.id());
        }
        if (field.compute() != null && type.computes(field).isEmpty()) {
            add(
                    found,
                    at + "/compute",
                    "Fält av typen ”%s” räknas inte ut.",
                    "Fields of the type “%s” are not computed.",
                    type.code());
        }
        checkPrefill(form, field, type, at, found);
        checkOptions(field, at, found);
        type.faults(field).forEach(fault -> found.add(problem(at + fault.pointer(), fault.message())));
        return type.asks();
    }

    private static void checkPrefill(FormDefinition form, Field field, FieldType type, String at, List<Problem> found) {
        if (field.prefill() == null) {
            return;
        }
        if (!type.prefills().contains(field.prefill())) {
            add(
                    found,
                    at + "/prefill",
                    "Fält av typen ”%s” kan inte fyllas i med det.",
                    "Fields of the type “%s” cannot be filled in with that.",
                    type.code());
        }
        if (form.submitters() == Submitters.ANONYMOUS) {
            add(
                    found,
                    at + "/prefill",
                    "Formuläret ”%s” har ingen inloggad att hämta det från.",
                    "The form “%s” has nobody logged in to take it from.",
                    form.slug());
        }
    }

    private static void checkOptions(Field field, String at, List<Problem> found) {
        Set<String> values = new HashSet<>();
        for (int o = 0; o < field.options().size(); o++) {
            Option option = field.options().get(o);
            if (!values.add(option.value())) {
                add(
                        found,
                        at + "/options/" + o + "/value",
                        "Två alternativ har värdet ”%s”.",
                        "Two options have the value “%s”.",
                        option.value());
            }
        }
    }

    private static void checkChecks(FormDefinition form, List<Problem> found) {
        Set<String> ids = new HashSet<>();
        for (int c = 0; c < form.checks().size(); c++) {
            Check check = form.checks().get(c);
            String at = "/checks/" + c;
            if (!ids.add(check.id())) {
                add(found, at + "/id", "Två kontroller heter ”%s”.", "Two checks are called “%s”.", check.id());
            }
            checkOnePlace(form, check, at, found);
            boolean asks = check.fields().stream()
                    .flatMap(id -> form.field(id).stream())
                    .anyMatch(field -> FieldTypes.standard().of(field).asks());
            if (!asks) {
                add(
                        found,
                        at + "/fields",
                        "Kontrollen ”%s” behöver stå vid ett fält som frågar något.",
                        "The check “%s” must stand at a field that asks something.",
                        check.id());
            }
            for (int f = 0; f < check.fields().size(); f++) {
                String id = check.fields().get(f);
                if (form.field(id).isEmpty()) {
                    add(found, at + "/fields/" + f, "Det finns inget fält ”%s”.", "There is no field “%s”.", id);
                }
            }
        }
    }

    private static void checkOnePlace(FormDefinition form, Check check, String at, List<Problem> found) {
        long places = form.pages().stream()
                .flatMap(page -> Stream.concat(
                        Stream.of(page.fields()),
                        page.fields().stream().map(Field::fields).filter(fields -> !fields.isEmpty())))
                .filter(fields ->
                        fields.stream().anyMatch(field -> check.fields().contains(field.id())))
                .count();
        if (places > 1) {
            add(
                    found,
                    at + "/fields",
                    "Fälten i kontrollen ”%s” ska stå på samma sida, och i samma grupp om de står i en.",
                    "The fields of the check “%s” must stand on the same page, and in the same group if in any.",
                    check.id());
        }
    }

    private static void add(List<Problem> found, String pointer, String swedish, String english, String name) {
        found.add(problem(pointer, Texts.of(swedish.formatted(name), english.formatted(name))));
    }

    private static Problem problem(String pointer, Texts message) {
        return new Problem(Problem.Kind.MEANING, pointer, message);
    }
}
