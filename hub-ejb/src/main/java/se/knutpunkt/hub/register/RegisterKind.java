package se.knutpunkt.hub.register;

import java.util.List;

/** What stands in the register. */
public enum RegisterKind {
    AUTHORITY,
    BRANCH,
    CASE_TYPE;

    private static final List<Field> OF_AUTHORITY = List.of(Field.NAME_SV, Field.NAME_EN, Field.CODE);
    private static final List<Field> OF_BRANCH =
            List.of(Field.NAME_SV, Field.NAME_EN, Field.CODE, Field.AUTHORITY_CODE);
    private static final List<Field> OF_CASE_TYPE = List.of(
            Field.NAME_SV,
            Field.NAME_EN,
            Field.CODE,
            Field.PREFIX,
            Field.CASE_KIND,
            Field.AUTHORITY_CODE,
            Field.BRANCH_CODE,
            Field.ANSWERED_BY_SV,
            Field.ANSWERED_BY_EN,
            Field.PROMISE_DAYS,
            Field.STEPS,
            Field.INFORMATION_CLASS,
            Field.DOCUMENT_TYPE,
            Field.DIARY_SYSTEM,
            Field.RETENTION_RULE,
            Field.RETENTION_GROUND,
            Field.SECTOR,
            Field.LEGAL_READING);

    /** Its fields, in the order in which people fill them in. */
    public List<Field> fields() {
        return switch (this) {
            case AUTHORITY -> OF_AUTHORITY;
            case BRANCH -> OF_BRANCH;
            case CASE_TYPE -> OF_CASE_TYPE;
        };
    }
}
