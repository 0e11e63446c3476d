package se.knutpunkt.eforms.definition;

import org.jspecify.annotations.Nullable;

/**
 * One thing to choose.
 *
 * @param value what is stored and what rules compare with
 * @param label what people see
 * @param help a line under it
 * @param visible CEL rule over earlier fields; when it is false the option can't be chosen. Absent means always
 */
public record Option(
        String value,
        Texts label,
        @Nullable Texts help,
        @Nullable String visible) {}
