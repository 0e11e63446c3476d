package se.knutpunkt.hub.register;

import java.util.List;

/**
 * What is wrong with a field, or missing.
 *
 * @param step number of the process step, from 1; 0 when it is no step
 * @param part which part of the step: {@code code}, {@code sv}, {@code en} or {@code words}; empty when it is no step
 * @param details what fills in the message, as told by the {@link Reason}
 */
public record Fault(Field field, int step, String part, Reason reason, List<String> details) {

    /** What can be wrong. */
    public enum Reason {
        MISSING,
        NO_STEP,
        /** Details: how many characters it may have. */
        TOO_LONG,
        CONTROL_CHARACTER,
        /** The code of an authority, branch, source or step is not of its form. */
        CODE_FORM,
        /** The code or prefix of a case type is not of its form. */
        TYPE_FORM,
        /** Details: the least and the greatest number. */
        NUMBER,
        /** Details: the word that is none of those there are. */
        UNKNOWN_WORD,
        /** Details: the code of what is not there. */
        NO_AUTHORITY,
        /** Details: the authority, and the branch it does not have. */
        NO_BRANCH,
        /** Details: the code of what is closed. */
        IS_CLOSED,
        /** Details: the code or prefix that is taken. */
        TWICE,
        /** Details: how many steps there may be. */
        TOO_MANY_STEPS,
        /** Details: what stands there and stays. */
        FIXED,
        /** Details: the codes of what uses it. */
        IN_USE,
        /** What was in use cannot be a draft again, and only case types can be drafts. */
        NO_DRAFT,
        /** The field is none of this kind of entry. */
        NOT_HERE
    }

    /** A fault of a field that is no step. */
    public static Fault of(Field field, Reason reason, String... details) {
        return new Fault(field, 0, "", reason, List.of(details));
    }
}
