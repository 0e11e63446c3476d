package se.knutpunkt.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.event.EventExamples.CHILD;
import static se.knutpunkt.hub.event.EventExamples.MARKING;
import static se.knutpunkt.hub.event.EventExamples.NOW;
import static se.knutpunkt.hub.event.EventExamples.PERSON;
import static se.knutpunkt.hub.event.EventExamples.STATUS;
import static se.knutpunkt.hub.event.EventExamples.confidential;
import static se.knutpunkt.hub.event.EventExamples.good;
import static se.knutpunkt.hub.event.EventExamples.link;
import static se.knutpunkt.hub.event.EventExamples.matter;
import static se.knutpunkt.hub.event.EventExamples.of;
import static se.knutpunkt.hub.event.EventExamples.replacing;
import static se.knutpunkt.hub.event.EventExamples.with;
import static se.knutpunkt.hub.event.EventExamples.wording;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventContentTest {

    @Test
    void isTheSameForARepetitionWhateverItsId() {
        Matter matter = matter("BYGG 2026-00412");
        Wording wording = wording("a", "b");
        assertThat(EventContent.sha256(of("1", matter, wording)))
                .isEqualTo(EventContent.sha256(of("2", matter, wording)));
    }

    /** What was taken years ago may come again. */
    @Test
    void staysTheSameFromVersionToVersion() {
        assertThat(EventContent.sha256(good()))
                .isEqualTo("9260254641ccd8c013db8dabe2e5aeb2049ada007701084cab43c1c0e954e429");
    }

    @Test
    void differsWhenAnythingElseDiffers() {
        Stream<IncomingEvent> events = Stream.of(
                good(),
                of("id-1", matter("BYGG 2026-00413"), good().wording()),
                of("id-1", good().matter(), wording("a", "bc")),
                of("id-1", good().matter(), wording("ab", "c")),
                with(new EventStatus("ALV.BYGG.BESLUT", false, false, true, true), NOW, References.NONE),
                with(new EventStatus("ALV.BYGG.INKOMMEN", true, false, true, true), NOW, References.NONE),
                with(STATUS, NOW.plusMillis(1), References.NONE),
                with(STATUS, NOW, link("https://a.example/")),
                with(STATUS, NOW, new References(null, "https://a.example/", List.of())),
                with(STATUS, NOW, new References(null, null, List.of("a"))),
                with(new Subjects(PERSON, CHILD), List.of()),
                with(new Subjects(CHILD, PERSON), List.of()),
                with(new Subjects(null, PERSON), List.of()),
                with(good().subjects(), List.of(file("a", 1))),
                with(good().subjects(), List.of(file("a", 2))),
                with(good().subjects(), List.of(file("b", 1))),
                with(good().subjects(), List.of(new IncomingAttachment.Announced("b", "application/pdf", "00"))),
                with(good().subjects(), List.of(new IncomingAttachment.Announced("b", "application/pdf", "01"))),
                with(good().subjects(), List.of(withheld(new Withheld("OSL 26:1", "skäl", null)))),
                with(good().subjects(), List.of(withheld(new Withheld("OSL 26:5", "skäl", null)))),
                with(good().subjects(), List.of(withheld(new Withheld("OSL 26:1", "annat", null)))),
                with(good().subjects(), List.of(withheld(new Withheld("OSL 26:1", "skäl", "ord")))),
                with(
                        good().subjects(),
                        List.of(file("a", 1), withheld(new Withheld("OSL 26:1", "skäl", null)), file("a", 1))),
                with(
                        good().subjects(),
                        List.of(withheld(new Withheld("OSL 26:1", "skäl", null)), file("a", 1), file("a", 1))),
                replacing(new Replacement("id-0", Replacement.Kind.CORRECTION, NOW)),
                replacing(new Replacement("id-0", Replacement.Kind.WITHDRAWAL, NOW)),
                replacing(new Replacement("id-9", Replacement.Kind.CORRECTION, NOW)),
                replacing(new Replacement("id-0", Replacement.Kind.CORRECTION, NOW.plusMillis(1))),
                confidential(new Confidentiality(null, true, false, false)),
                confidential(new Confidentiality(null, false, true, false)),
                confidential(new Confidentiality(null, false, false, true)),
                confidential(new Confidentiality(MARKING, false, false, false)),
                confidential(new Confidentiality(MARKING, false, false, true)),
                confidential(marked("OSL 26:2", MARKING.date(), MARKING.authority())),
                confidential(marked(MARKING.provision(), MARKING.date().minusDays(1), MARKING.authority())),
                confidential(marked(MARKING.provision(), MARKING.date(), "SN")));
        assertThat(events.map(EventContent::sha256)).doesNotHaveDuplicates();
    }

    @Test
    void ofNothingSaidOfConfidentialityIsThatOfBeforeItCouldBeSaid() {
        assertThat(EventContent.sha256(confidential(Confidentiality.NONE))).isEqualTo(EventContent.sha256(good()));
    }

    private static Confidentiality marked(String provision, LocalDate date, String authority) {
        return new Confidentiality(new Marking(provision, date, authority), false, false, false);
    }

    private static IncomingAttachment withheld(Withheld withheld) {
        return new IncomingAttachment.Inline("a", "application/pdf", new byte[] {1}, withheld);
    }

    private static IncomingAttachment file(String name, int content) {
        return new IncomingAttachment.Inline(name, "application/pdf", new byte[] {(byte) content});
    }
}
