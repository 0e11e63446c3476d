package se.knutpunkt.portal.register;

import java.util.List;

/**
 * A control of an entry's form.
 *
 * @param type {@code text}, {@code number}, {@code area}, {@code select}, {@code radio}, {@code checks}, {@code steps} or
 *     {@code fixed}, which is none
 * @param value what stands there
 * @param messages what is wrong
 */
public record Control(
        String id,
        String type,
        String label,
        String help,
        boolean optional,
        String value,
        List<Option> options,
        List<Step> steps,
        List<String> messages) {

    /** Something to choose. */
    public record Option(String value, String text, boolean chosen) {}

    /** The controls of a process step. */
    public record Step(
            int number,
            String code,
            String sv,
            String en,
            boolean signals,
            boolean diaryEvent,
            boolean spare,
            List<String> messages,
            String wrong) {

        /** Whether a part of it is wrong. */
        public boolean isWrong(String part) {
            return wrong.contains(part);
        }
    }

    /** The ids of what describes it. */
    public String about() {
        return (help.isEmpty() ? "" : id + "-hjalp ") + (messages.isEmpty() ? "" : id + "-fel");
    }
}
