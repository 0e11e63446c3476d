package se.knutpunkt.portal.register;

import java.util.Arrays;
import java.util.List;
import se.knutpunkt.hub.register.CaseKind;
import se.knutpunkt.hub.register.Fault;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sector;
import se.knutpunkt.hub.upkeep.Change;
import se.knutpunkt.hub.upkeep.Difference;
import se.knutpunkt.hub.upkeep.EntryKey;
import se.knutpunkt.hub.upkeep.Register;
import se.knutpunkt.hub.upkeep.RegisterCsv;
import se.knutpunkt.hub.upkeep.Stage;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;
import se.knutpunkt.portal.page.Visit;

/** The register in words for a reader. */
record Words(Visit visit, Register register) {

    /** A change as a page tells it. */
    public record ChangeLine(String when, String what, String name, String address, List<DifferenceLine> differences) {}

    /** What a change did to a field, in words; {@code fresh} when the whole entry is new, so that nothing stood there. */
    public record DifferenceLine(String field, String before, String after, boolean fresh) {}

    String field(Field field) {
        return visit.text("register.field." + field);
    }

    String stage(Stage stage) {
        return visit.text("register.stage." + stage);
    }

    static String stageClass(Stage stage) {
        return switch (stage) {
            case DRAFT -> "wait";
            case LIVE -> "done";
            case CLOSED -> "";
        };
    }

    String kind(RegisterKind kind) {
        return visit.text("register.post." + kind);
    }

    /** What stands in a field, as people read it; empty when nothing does. */
    String value(Field field, String text) {
        return switch (field) {
            case CASE_KIND -> isOneOf(CaseKind.class, text) ? visit.text("register.kind." + text) : text;
            case STAGE -> isOneOf(Stage.class, text) ? visit.text("register.stage." + text) : text;
            case AUTHORITY_CODE -> name(RegisterKind.AUTHORITY, text);
            case BRANCH_CODE -> name(RegisterKind.BRANCH, text);
            case SECTOR -> isOneOf(Sector.class, text) ? visit.text("register.sector." + text) : text;
            default -> text;
        };
    }

    String name(RegisterKind kind, String code) {
        Field name = visit.getLanguage() == Language.SWEDISH ? Field.NAME_SV : Field.NAME_EN;
        return register.find(kind, code)
                .map(entry -> entry.text(name))
                .filter(text -> !text.isEmpty())
                .orElse(code);
    }

    String name(EntryKey key) {
        return name(key.kind(), key.code());
    }

    /** A fault without its field: "Skriv ...". */
    String fault(Fault fault) {
        Object[] details = fault.details().toArray();
        return Texts.text(visit.getLanguage(), "register.fault." + fault.reason(), details);
    }

    /** A fault with its field, for a list. */
    String faultWithField(Fault fault) {
        return place(fault) + ": " + fault(fault);
    }

    /** A fault of a file, with the heading of its column. */
    String faultWithColumn(Fault fault) {
        String step = fault.step() == 0 ? "" : " (" + visit.text("register.step", Integer.toString(fault.step())) + ")";
        return RegisterCsv.heading(fault.field()) + step + ": " + fault(fault);
    }

    /** The field, or the part of a step, that a fault is about. */
    String place(Fault fault) {
        return fault.step() == 0
                ? field(fault.field())
                : visit.text("register.step", Integer.toString(fault.step())) + ", "
                        + visit.text("register.step." + fault.part());
    }

    /** The id of the control that a fault is about. */
    static String control(Fault fault) {
        return fault.step() == 0 ? Places.id(fault.field()) : Places.step(fault.part(), fault.step());
    }

    ChangeLine change(Change change) {
        return new ChangeLine(
                visit.text("register.change.when", Dates.dateAndTime(change.at(), visit.getLanguage()), change.by()),
                visit.text("register.deed." + change.deed()),
                name(change.key()),
                register.find(change.key()).isPresent() ? Places.entry(change.key()) : "",
                change.deed() == Change.Deed.DISCARDED
                        ? List.of()
                        : differences(change.differences(), change.deed() == Change.Deed.CREATED));
    }

    List<DifferenceLine> differences(List<Difference> differences, boolean fresh) {
        return differences.stream()
                .map(one -> new DifferenceLine(
                        one.step().isEmpty() ? field(one.field()) : visit.text("register.step.named", one.step()),
                        value(one.field(), one.before()),
                        value(one.field(), one.after()),
                        fresh))
                .toList();
    }

    private static <E extends Enum<E>> boolean isOneOf(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants()).anyMatch(one -> one.name().equals(text));
    }
}
