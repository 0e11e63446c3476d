package se.knutpunkt.portal.register;

import java.util.List;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;

/** The fields of an entry under the headings that its pages have. */
enum FormSection {
    NAME,
    OWNER,
    PROMISE,
    PROCESS,
    FILING,
    SEEING,
    /** All there is of an authority. */
    AUTHORITY,
    /** All there is of a branch. */
    BRANCH;

    List<Field> fields() {
        return switch (this) {
            case NAME -> List.of(Field.NAME_SV, Field.NAME_EN, Field.CODE, Field.PREFIX, Field.CASE_KIND);
            case OWNER -> List.of(Field.AUTHORITY_CODE, Field.BRANCH_CODE);
            case PROMISE -> List.of(Field.ANSWERED_BY_SV, Field.ANSWERED_BY_EN, Field.PROMISE_DAYS);
            case PROCESS -> List.of(Field.STEPS);
            case FILING ->
                List.of(
                        Field.INFORMATION_CLASS,
                        Field.DOCUMENT_TYPE,
                        Field.DIARY_SYSTEM,
                        Field.RETENTION_RULE,
                        Field.RETENTION_GROUND);
            case SEEING -> List.of(Field.SECTOR, Field.LEGAL_READING);
            case AUTHORITY -> RegisterKind.AUTHORITY.fields();
            case BRANCH -> RegisterKind.BRANCH.fields();
        };
    }

    static List<FormSection> of(RegisterKind kind) {
        return switch (kind) {
            case AUTHORITY -> List.of(AUTHORITY);
            case BRANCH -> List.of(BRANCH);
            case CASE_TYPE -> List.of(NAME, OWNER, PROMISE, PROCESS, FILING, SEEING);
        };
    }
}
