package se.knutpunkt.portal.mypages;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.AttachmentRef;
import se.knutpunkt.hub.disclosure.EventDetail;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.portal.page.Dates;

/**
 * One event.
 *
 * @param replaced that it corrects or withdraws something, and since when; empty as a rule
 * @param lang language of headline and text, as they came from the source
 * @param paragraphs the fuller text
 * @param whom whom it concerns, in full
 * @param facts of its case
 * @param conditions on which the reader has it or a file of it
 * @param withheld documents that are not shown to the reader, each in a sentence
 * @param link into the e-service of the source; null when there is none
 * @param summaryOnly the reader sees that something happened, not what
 */
public record EventPage(
        String title,
        String replaced,
        String lang,
        List<String> paragraphs,
        String when,
        String machineTime,
        String whom,
        CaseFacts facts,
        @Nullable Link link,
        List<FileLine> files,
        List<Condition> conditions,
        List<String> withheld,
        boolean needsAction,
        boolean summaryOnly) {

    /** A link out; the host is shown, so that one knows where it leads. */
    public record Link(String address, String host) {}

    /**
     * An attachment: "Beslut.pdf", "PDF, 120 kB".
     *
     * @param address empty when the file has not come
     * @param reserved it comes on a condition, which stands among {@link #conditions}
     */
    public record FileLine(String address, String name, String kind, boolean reserved) {}

    /**
     * A reservation.
     *
     * @param lead what the reader has with it
     * @param words what it says
     * @param decision by which, and for how long
     */
    public record Condition(String lead, List<String> words, String decision) {}

    /** @param givenUp attachments that are no longer waited for */
    static EventPage of(EventDetail event, Set<Integer> givenUp, Wording wording) {
        return new EventPage(
                event.headline(),
                replaced(event.replaces(), wording),
                event.language(),
                paragraphs(event.description()),
                Dates.dateAndTime(event.occurredAt(), wording.language()),
                Dates.machine(event.occurredAt()),
                wording.whom(event.whom()),
                CaseFacts.of(event.caseRef(), wording),
                event.link() == null ? null : link(event.link()),
                event.attachments().stream()
                        .map(file -> file(event, file, givenUp.contains(file.position()), wording))
                        .toList(),
                event.reserved().stream()
                        .map(one -> condition(event, one, wording))
                        .toList(),
                event.withheld().stream()
                        .map(one -> wording.text("event.withheld", one.told(), one.provision()))
                        .toList(),
                event.needsAction(),
                event.degree() == Degree.SUMMARY);
    }

    private static String replaced(EventDetail.@Nullable Replaced replaced, Wording wording) {
        if (replaced == null) {
            return "";
        }
        String key = replaced.kind() == Replacement.Kind.CORRECTION ? "event.corrected" : "event.withdrawn";
        return wording.text(key, Dates.date(replaced.decidedAt(), wording.language()));
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R+"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** The hub takes in https addresses alone; whatever else is in the row is not made a link. */
    static @Nullable Link link(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null ? new Link(address, uri.getHost()) : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static Condition condition(EventDetail event, EventDetail.Reserved one, Wording wording) {
        String lead = event.attachments().stream()
                .filter(file -> one.place() != null && file.place() == one.place())
                .findFirst()
                .map(file -> wording.text("event.reserved.file", file.name()))
                .orElseGet(() -> wording.text("event.reserved.event"));
        String decided = Dates.date(one.decided(), wording.language());
        String decision = one.until() == null
                ? wording.text("event.reserved.open", one.reference(), decided)
                : wording.text(
                        "event.reserved.until", one.reference(), decided, Dates.date(one.until(), wording.language()));
        return new Condition(lead, paragraphs(one.words()), decision);
    }

    private static FileLine file(EventDetail event, AttachmentRef file, boolean givenUp, Wording wording) {
        AttachmentRef.Content content = file.content();
        boolean reserved =
                event.reserved().stream().anyMatch(one -> one.place() == null || one.place() == file.place());
        if (content == null) {
            String state = wording.text(givenUp ? "event.file.never" : "event.file.coming");
            return new FileLine("", file.name(), state, reserved);
        }
        String address = EventServlet.fileAddress(event.eventId(), file.place());
        return new FileLine(
                reserved ? address + EventServlet.CONDITION_READ : address,
                file.name(),
                FileKind.words(content.mediaType(), content.size(), wording),
                reserved);
    }
}
