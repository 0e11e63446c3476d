package se.knutpunkt.hub.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register as texts: the one form in which the register file, the pages and CSV bring it, in which
 * {@link RegisterRules} check it and in which its history keeps it. Texts are stripped, and have {@code \n} alone between
 * lines.
 *
 * @param texts by field; a field that holds nothing is not there
 */
public record Sheet(RegisterKind kind, Map<Field, String> texts) {
    /** @throws IllegalArgumentException when a field is none of the kind's */
    public Sheet {
        Map<Field, String> kept = new EnumMap<>(Field.class);
        for (Map.Entry<Field, String> text : texts.entrySet()) {
            if (!kind.fields().contains(text.getKey())) {
                throw new IllegalArgumentException(text.getKey() + " is no field of " + kind);
            }
            String tidy = tidy(text.getKey(), text.getValue());
            if (!tidy.isEmpty()) {
                kept.put(text.getKey(), tidy);
            }
        }
        texts = Collections.unmodifiableMap(kept);
    }

    /** The sheet of an authority. */
    public static Sheet of(Authority authority) {
        return new Sheet(RegisterKind.AUTHORITY, named(authority.code(), authority.name()));
    }

    /** The sheet of a branch. */
    public static Sheet of(Branch branch) {
        Map<Field, String> texts = named(branch.code(), branch.name());
        texts.put(Field.AUTHORITY_CODE, branch.authority());
        return new Sheet(RegisterKind.BRANCH, texts);
    }

    /** The sheet of a case type. */
    public static Sheet of(CaseType type) {
        Map<Field, String> texts = named(type.code(), type.name());
        Branch branch = type.branch();
        texts.put(Field.PREFIX, type.prefix());
        texts.put(Field.AUTHORITY_CODE, type.authority().code());
        texts.put(Field.BRANCH_CODE, branch == null ? "" : branch.code());
        texts.put(Field.CASE_KIND, type.kind().name());
        texts.put(Field.INFORMATION_CLASS, type.filing().informationClass());
        texts.put(Field.DOCUMENT_TYPE, type.filing().documentType());
        texts.put(Field.DIARY_SYSTEM, type.filing().diarySystem());
        texts.put(
                Field.STEPS,
                StepText.write(type.steps().stream().map(StepText::of).toList()));
        texts.put(Field.ANSWERED_BY_SV, type.promise().answeredBy().sv());
        texts.put(Field.ANSWERED_BY_EN, type.promise().answeredBy().en());
        texts.put(Field.PROMISE_DAYS, Integer.toString(type.promise().days()));
        texts.put(Field.RETENTION_RULE, type.retention().rule());
        texts.put(Field.RETENTION_GROUND, type.retention().ground());
        texts.put(Field.SECTOR, type.sector().name());
        texts.put(Field.LEGAL_READING, type.legalReading());
        return new Sheet(RegisterKind.CASE_TYPE, texts);
    }

    private static Map<Field, String> named(String code, Name name) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.CODE, code);
        texts.put(Field.NAME_SV, name.sv());
        texts.put(Field.NAME_EN, name.en());
        return texts;
    }

    /** The text of a field; empty when there is none. */
    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    public String code() {
        return text(Field.CODE);
    }

    /** The sheet with some of its fields changed. */
    public Sheet with(Map<Field, String> changed) {
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(texts);
        all.putAll(changed);
        return new Sheet(kind, all);
    }

    /** The process steps as they were written. */
    public List<StepText> steps() {
        return StepText.read(text(Field.STEPS));
    }

    /** The authority; only of a sheet without faults that lacks nothing. */
    public Authority authority() {
        return new Authority(code(), name(Field.NAME_SV, Field.NAME_EN));
    }

    /** The branch; only of a sheet without faults that lacks nothing. */
    public Branch branch() {
        return new Branch(code(), text(Field.AUTHORITY_CODE), name(Field.NAME_SV, Field.NAME_EN));
    }

    /** The case type; only of a sheet without faults that lacks nothing. */
    public CaseType caseType(Authority authority, @Nullable Branch branch, boolean closed) {
        return new CaseType(
                code(),
                text(Field.PREFIX),
                name(Field.NAME_SV, Field.NAME_EN),
                authority,
                branch,
                CaseKind.valueOf(text(Field.CASE_KIND)),
                new Filing(text(Field.INFORMATION_CLASS), text(Field.DOCUMENT_TYPE), text(Field.DIARY_SYSTEM)),
                steps().stream().map(StepText::step).toList(),
                new Promise(
                        name(Field.ANSWERED_BY_SV, Field.ANSWERED_BY_EN), Integer.parseInt(text(Field.PROMISE_DAYS))),
                new Retention(text(Field.RETENTION_RULE), text(Field.RETENTION_GROUND)),
                Sector.valueOf(text(Field.SECTOR)),
                text(Field.LEGAL_READING),
                closed);
    }

    private Name name(Field sv, Field en) {
        return new Name(text(sv), text(en));
    }

    private static String tidy(Field field, String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return field == Field.STEPS ? StepText.write(StepText.read(lines)) : lines;
    }
}
