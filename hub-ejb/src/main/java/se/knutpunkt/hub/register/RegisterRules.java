package se.knutpunkt.hub.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.register.Fault.Reason;

/**
 * The rules of the register, the same for the file of the first start, the pages and CSV. Three questions: is what stands
 * there possible ({@link #faults}), is anything missing before it may be used ({@link #missing}), and does it lean on
 * something closed ({@link #barred}).
 */
public final class RegisterRules {
    /** The longest service promise, in days. */
    public static final int LONGEST_PROMISE = 3650;

    /** How many process steps a case type may have. */
    public static final int MOST_STEPS = 50;

    static final Pattern CODE = Pattern.compile("[a-zåäö0-9-]{2,40}");
    static final Pattern TYPE_CODE = Pattern.compile("[A-ZÅÄÖ0-9]{2,10}");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    /** No entry is without its code, and many have no branch. */
    private static final Set<Field> UNNEEDED = Set.of(Field.BRANCH_CODE, Field.CODE);

    private RegisterRules() {}

    /** What cannot stand there, not even in a draft. A field that holds nothing has no fault, except for the code. */
    public static List<Fault> faults(Sheet sheet, Known known) {
        List<Fault> faults = new ArrayList<>();
        if (sheet.code().isEmpty()) {
            faults.add(Fault.of(Field.CODE, Reason.MISSING));
        }
        for (Field field : sheet.kind().fields()) {
            String text = sheet.text(field);
            if (text.isEmpty()) {
                continue;
            }
            if (text.length() > field.longest()) {
                faults.add(Fault.of(field, Reason.TOO_LONG, Integer.toString(field.longest())));
            } else if (hasControls(field, text)) {
                faults.add(Fault.of(field, Reason.CONTROL_CHARACTER));
            } else {
                faults.addAll(faults(sheet, field, text, known));
            }
        }
        return faults;
    }

    private static List<Fault> faults(Sheet sheet, Field field, String text, Known known) {
        return switch (field) {
            case CODE -> sheet.kind() == RegisterKind.CASE_TYPE ? typeCode(field, text) : code(field, text);
            case PREFIX -> prefix(sheet, text, known);
            case AUTHORITY_CODE ->
                known.has(RegisterKind.AUTHORITY, text)
                        ? List.of()
                        : List.of(Fault.of(field, Reason.NO_AUTHORITY, text));
            case BRANCH_CODE -> branch(sheet, text, known);
            case CASE_KIND -> kind(text);
            case PROMISE_DAYS -> promise(text);
            case SECTOR -> Sector.isOne(text) ? List.of() : List.of(Fault.of(field, Reason.UNKNOWN_WORD, text));
            case STEPS -> steps(sheet.steps());
            default -> List.of();
        };
    }

    private static List<Fault> code(Field field, String text) {
        return CODE.matcher(text).matches() ? List.of() : List.of(Fault.of(field, Reason.CODE_FORM));
    }

    private static List<Fault> typeCode(Field field, String text) {
        return TYPE_CODE.matcher(text).matches() ? List.of() : List.of(Fault.of(field, Reason.TYPE_FORM));
    }

    private static List<Fault> prefix(Sheet sheet, String text, Known known) {
        List<Fault> form = typeCode(Field.PREFIX, text);
        return form.isEmpty() && known.isPrefixTaken(text, sheet.code())
                ? List.of(Fault.of(Field.PREFIX, Reason.TWICE, text))
                : form;
    }

    private static List<Fault> branch(Sheet sheet, String text, Known known) {
        String authority = sheet.text(Field.AUTHORITY_CODE);
        return known.authorityOfBranch(text).filter(authority::equals).isPresent()
                ? List.of()
                : List.of(Fault.of(Field.BRANCH_CODE, Reason.NO_BRANCH, authority, text));
    }

    private static List<Fault> kind(String text) {
        return Arrays.stream(CaseKind.values()).anyMatch(kind -> kind.name().equals(text))
                ? List.of()
                : List.of(Fault.of(Field.CASE_KIND, Reason.UNKNOWN_WORD, text));
    }

    private static List<Fault> promise(String text) {
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) <= LONGEST_PROMISE
                ? List.of()
                : List.of(Fault.of(Field.PROMISE_DAYS, Reason.NUMBER, "0", Integer.toString(LONGEST_PROMISE)));
    }

    private static List<Fault> steps(List<StepText> steps) {
        List<Fault> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            StepText step = steps.get(i);
            if (!step.code().isEmpty() && !CODE.matcher(step.code()).matches()) {
                faults.add(atStep(i, "code", Reason.CODE_FORM));
            } else if (!step.code().isEmpty() && !codes.add(step.code())) {
                faults.add(atStep(i, "code", Reason.TWICE, step.code()));
            }
            stepName(faults, i, "sv", step.sv());
            stepName(faults, i, "en", step.en());
            for (String word : step.words()) {
                if (!word.equals(StepText.SIGNALS) && !word.equals(StepText.DIARY_EVENT)) {
                    faults.add(atStep(i, "words", Reason.UNKNOWN_WORD, word));
                }
            }
        }
        if (steps.size() > MOST_STEPS) {
            faults.add(Fault.of(Field.STEPS, Reason.TOO_MANY_STEPS, Integer.toString(MOST_STEPS)));
        }
        return faults;
    }

    private static void stepName(List<Fault> faults, int place, String part, String name) {
        if (name.length() > Field.NAME_SV.longest()) {
            faults.add(atStep(place, part, Reason.TOO_LONG, Integer.toString(Field.NAME_SV.longest())));
        } else if (hasControls(Field.NAME_SV, name)) {
            faults.add(atStep(place, part, Reason.CONTROL_CHARACTER));
        }
    }

    /** What is missing before the entry may be used: of a case type, its checklist before it goes live. */
    public static List<Fault> missing(Sheet sheet) {
        List<Fault> missing = new ArrayList<>();
        for (Field field : sheet.kind().fields()) {
            if (field == Field.STEPS) {
                missing.addAll(missingOfSteps(sheet.steps()));
            } else if (!UNNEEDED.contains(field) && sheet.text(field).isEmpty()) {
                missing.add(Fault.of(field, Reason.MISSING));
            }
        }
        return missing;
    }

    private static List<Fault> missingOfSteps(List<StepText> steps) {
        List<Fault> missing = new ArrayList<>();
        if (steps.isEmpty()) {
            missing.add(Fault.of(Field.STEPS, Reason.NO_STEP));
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).code().isEmpty()) {
                missing.add(atStep(i, "code", Reason.MISSING));
            }
            if (steps.get(i).sv().isEmpty()) {
                missing.add(atStep(i, "sv", Reason.MISSING));
            }
            if (steps.get(i).en().isEmpty()) {
                missing.add(atStep(i, "en", Reason.MISSING));
            }
        }
        return missing;
    }

    /** What is closed and yet leaned on; an entry in use must lean on nothing closed. */
    public static List<Fault> barred(Sheet sheet, Known known) {
        List<Fault> barred = new ArrayList<>();
        String authority = sheet.text(Field.AUTHORITY_CODE);
        String branch = sheet.text(Field.BRANCH_CODE);
        if (known.isClosed(RegisterKind.AUTHORITY, authority)) {
            barred.add(Fault.of(Field.AUTHORITY_CODE, Reason.IS_CLOSED, authority));
        }
        if (known.isClosed(RegisterKind.BRANCH, branch)) {
            barred.add(Fault.of(Field.BRANCH_CODE, Reason.IS_CLOSED, branch));
        }
        return barred;
    }

    private static Fault atStep(int place, String part, Reason reason, String... details) {
        return new Fault(Field.STEPS, place + 1, part, reason, List.of(details));
    }

    private static boolean hasControls(Field field, String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && !(field.hasLines() && (c == '\n' || c == '\t')));
    }
}
