package se.knutpunkt.hub.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered case type: what must be known of it before an event or a form may use it.
 *
 * @param code unique, upper case, used by forms and source systems
 * @param prefix first part of its case numbers, unique
 * @param branch null when the authority has none for it
 * @param sector the field of law, which the policy of who may see what asks for
 * @param legalReading the municipality's own reading of the law, in words
 * @param closed taken out of use: nothing new is accepted, what exists stays readable
 */
public record CaseType(
        String code,
        String prefix,
        Name name,
        Authority authority,
        @Nullable Branch branch,
        CaseKind kind,
        Filing filing,
        List<ProcessStep> steps,
        Promise promise,
        Retention retention,
        Sector sector,
        String legalReading,
        boolean closed) {}
