package se.knutpunkt.portal.handover;

import java.util.List;

/**
 * One hand-over.
 *
 * @param mark class of its state
 * @param text what its state means, and what to do
 * @param content address of what was sent; empty when the reader may not see it
 * @param takeBack address of the question whether to take it back; empty when it cannot be, or not by the reader
 * @param again whether it can be sent again
 * @param message what was just done; empty for nothing
 */
public record HandoverView(
        String address,
        String back,
        String caseNumber,
        String state,
        String mark,
        String text,
        boolean overdue,
        List<Fact> facts,
        List<Step> steps,
        String content,
        String takeBack,
        boolean again,
        String message) {

    /** A fact in words. */
    public record Fact(String title, String text) {}

    /**
     * A step.
     *
     * @param words the receiver's reason or the staff member's; empty when there are none
     */
    public record Step(String when, String machine, String text, String words) {}
}
