package se.knutpunkt.portal.handover;

import java.util.List;

/**
 * All forms with the systems that take them over.
 *
 * @param message what was just done; empty for nothing
 */
public record RuleList(List<Row> rows, String message) {

    /**
     * A form.
     *
     * @param source the system; empty when the registrar has it
     * @param detail format and alarm; empty without a rule
     */
    public record Row(String address, String form, String caseType, String source, String detail) {}
}
