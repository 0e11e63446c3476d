package se.knutpunkt.eforms.change;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Texts;

/**
 * One thing that differs between two versions of a form.
 *
 * @param kind what it means for a draft on the older version
 * @param place the page it stands on, in words, or the form as a whole
 * @param text what differs, a sentence
 * @param before what stood there; null when the sentence says all
 * @param after what stands there now; null when the sentence says all
 */
public record Change(
        Kind kind,
        Texts place,
        Texts text,
        @Nullable Texts before,
        @Nullable Texts after) {

    /** What a change means for a draft on the older version. */
    public enum Kind {
        /** All answers fit, what was complete stays so, and it means the same. */
        HARMLESS,
        /** An answer may be lost or refused, something may be missing, or what is sent means something else. */
        BREAKING
    }

    /** True when it is breaking. */
    public boolean breaking() {
        return kind == Kind.BREAKING;
    }
}
