package se.knutpunkt.eforms.upload;

import java.util.Locale;

/** Why a file is not taken although its kind is. Words for people are in the bundle of the field types. */
public enum Hazard {
    /** Programs would read it as something else than what it looks like. */
    TWO_READINGS,
    /** It holds a script or starts a program. */
    SCRIPT,
    /** Other files lie inside it. */
    ATTACHMENTS,
    /** It is locked or encrypted, so that nobody can look into it. */
    LOCKED,
    /** It unpacks to much more than it is. */
    BOMB,
    /** It holds macros. */
    MACRO,
    /** It is broken, or written so that it cannot be looked through. */
    BROKEN;

    /** The key of its words in {@code se.knutpunkt.eforms.field.messages}. */
    public String key() {
        return "file.hazard." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
