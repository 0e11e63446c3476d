package se.knutpunkt.portal.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.knutpunkt.hub.register.CaseKind;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sector;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.register.StepText;
import se.knutpunkt.hub.upkeep.Entry;
import se.knutpunkt.hub.upkeep.Stage;

/**
 * Makes the controls of an entry's form.
 *
 * @param inUse whether the entry is or was in use, so that some fields cannot change
 */
record Controls(Words words, Sheet sheet, List<Fault> faults, boolean inUse) {
    static final Set<Field> FIXED = Set.of(Field.CODE, Field.PREFIX, Field.AUTHORITY_CODE);

    /** Stands for nothing in a select: Facelets leaves an empty value out, and the browser then sends the text. */
    static final String NONE = "-";

    Control of(Field field) {
        String type = type(field);
        boolean optional = field == Field.BRANCH_CODE;
        return new Control(
                Places.id(field),
                type,
                words.field(field),
                type.equals("fixed")
                        ? words.visit().text("register.fixed")
                        : words.visit().text("register.help." + helpOf(field)),
                optional,
                type.equals("fixed") ? words.value(field, sheet.text(field)) : sheet.text(field),
                options(field),
                field == Field.STEPS ? steps() : List.of(),
                messages(field));
    }

    private String helpOf(Field field) {
        return field == Field.CODE && sheet.kind() != RegisterKind.CASE_TYPE ? "CODE.unit" : field.name();
    }

    private String type(Field field) {
        if (inUse && FIXED.contains(field)) {
            return "fixed";
        }
        return switch (field) {
            case AUTHORITY_CODE, BRANCH_CODE -> "select";
            case CASE_KIND, SECTOR -> "radio";
            case STEPS -> "steps";
            case LEGAL_READING -> "area";
            case PROMISE_DAYS -> "number";
            case CODE, PREFIX, INFORMATION_CLASS, RETENTION_RULE -> "short";
            default -> "text";
        };
    }

    private List<String> messages(Field field) {
        return faults.stream()
                .filter(fault -> fault.field() == field && fault.step() == 0)
                .map(words::fault)
                .toList();
    }

    private List<Control.Option> options(Field field) {
        return switch (field) {
            case AUTHORITY_CODE -> units(field, RegisterKind.AUTHORITY);
            case BRANCH_CODE -> units(field, RegisterKind.BRANCH);
            case CASE_KIND -> chosen(field, Arrays.stream(CaseKind.values()).map(CaseKind::name), "kind.");
            case SECTOR -> chosen(field, Arrays.stream(Sector.values()).map(Sector::name), "sector.");
            default -> List.of();
        };
    }

    private List<Control.Option> chosen(Field field, Stream<String> values, String texts) {
        String chosen = sheet.text(field);
        return values.map(value -> new Control.Option(
                        value, words.visit().text("register." + texts + value), chosen.equals(value)))
                .toList();
    }

    /** What is in use, and what stands there though it is not. */
    private List<Control.Option> units(Field field, RegisterKind kind) {
        String now = sheet.text(field);
        List<Control.Option> options = new ArrayList<>();
        options.add(new Control.Option(NONE, words.visit().text("register.choose." + kind), now.isEmpty()));
        for (Entry unit : words.register().all(kind)) {
            if (unit.stage() == Stage.LIVE || unit.code().equals(now)) {
                options.add(new Control.Option(
                        unit.code(), unitName(unit), unit.code().equals(now)));
            }
        }
        if (!now.isEmpty() && words.register().find(kind, now).isEmpty()) {
            options.add(new Control.Option(now, now, true));
        }
        return options;
    }

    /** A branch with its authority: two may have branches of the same name. */
    private String unitName(Entry unit) {
        String name = words.name(unit.key());
        String closed = unit.stage() == Stage.CLOSED ? " (" + words.stage(Stage.CLOSED) + ")" : "";
        return unit.kind() == RegisterKind.BRANCH
                ? name + ", " + words.name(RegisterKind.AUTHORITY, unit.text(Field.AUTHORITY_CODE)) + closed
                : name + closed;
    }

    private List<Control.Step> steps() {
        List<Control.Step> steps = new ArrayList<>();
        for (StepText step : sheet.steps()) {
            int number = steps.size() + 1;
            List<Fault> wrong =
                    faults.stream().filter(fault -> fault.step() == number).toList();
            steps.add(new Control.Step(
                    number,
                    step.code(),
                    step.sv(),
                    step.en(),
                    step.signals(),
                    step.diaryEvent(),
                    false,
                    wrong.stream().map(this::stepMessage).toList(),
                    wrong.stream().map(Fault::part).collect(Collectors.joining(" "))));
        }
        for (int i = 0; i < EditPages.SPARE_STEPS; i++) {
            steps.add(new Control.Step(steps.size() + 1, "", "", "", false, false, true, List.of(), ""));
        }
        return steps;
    }

    private String stepMessage(Fault fault) {
        return words.visit().text("register.step." + fault.part()) + ": " + words.fault(fault);
    }
}
