package se.knutpunkt.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.knutpunkt.hub.event.EventExamples.NOW;
import static se.knutpunkt.hub.event.EventExamples.STATUS;
import static se.knutpunkt.hub.event.EventExamples.confidential;
import static se.knutpunkt.hub.event.EventExamples.good;
import static se.knutpunkt.hub.event.EventExamples.link;
import static se.knutpunkt.hub.event.EventExamples.matter;
import static se.knutpunkt.hub.event.EventExamples.of;
import static se.knutpunkt.hub.event.EventExamples.replacing;
import static se.knutpunkt.hub.event.EventExamples.with;
import static se.knutpunkt.hub.event.EventExamples.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCheckTest {

    @Test
    void takesAGoodEvent() {
        assertTaken(good());
    }

    @Test
    void limitsEachLine() {
        assertTaken(of("i".repeat(100), matter("n".repeat(100)), wording("h".repeat(255), "s".repeat(255))));
        assertThat(refused(of("i".repeat(101), matter("n".repeat(101)), wording("h".repeat(256), "s".repeat(256)))))
                .contains(
                        "kundhandelseId is longer",
                        "caseNumber is longer",
                        "rubrik is longer",
                        "neutralSummary is longer");
        assertThat(refused(of(" ", matter(""), wording("", ""))))
                .contains(
                        "kundhandelseId is empty", "caseNumber is empty", "rubrik is empty", "neutralSummary is empty");
    }

    @Test
    void checksWhatItReplaces() {
        assertTaken(replacing(new Replacement("id-0", Replacement.Kind.CORRECTION, NOW)));
        assertThat(refused(replacing(new Replacement("id-1", Replacement.Kind.CORRECTION, NOW))))
                .contains("ersatter.kundhandelseId is the event's own id");
        assertThat(refused(replacing(new Replacement(
                        "196006172818",
                        Replacement.Kind.WITHDRAWAL,
                        NOW.plus(Duration.ofDays(1)).plusMillis(1)))))
                .contains("ersatter.kundhandelseId holds a personal", "ersatter.tidpunkt is before 1900 or more");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(refused(of("id\u0000", matter("n\n1"), wording("a\tb", "c\u007f"))))
                .contains("kundhandelseId holds", "caseNumber holds", "rubrik holds", "neutralSummary holds");
    }

    @Test
    void keepsIdentityNumbersOutOfWhatStandsInClear() {
        assertThat(refused(of("x-196006172818", matter("BYGG 600617-2818"), wording("Ja", "Rör 196006172818"))))
                .contains("kundhandelseId holds a personal", "caseNumber holds a personal", "neutralSummary holds a");
        // a headline is sealed and may name whom it concerns
        assertTaken(of("id", matter("2026-196006172819"), wording("Plats för 20160812-2394", "Plats")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BYGG", "ALV.BYGG", "alv.bygg.beslut", "ALV..BESLUT", "ALV.BYGG.BESLUT "})
    void refusesTypesOfAnotherForm(String type) {
        assertThat(refused(with(new EventStatus(type, false, false, false, true), NOW, References.NONE)))
                .contains("kundhandelseTyp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://a.se/x", "/mina-sidor", "https:///x", "https://a b", ""})
    void refusesLinksThatAreNoWebAddress(String link) {
        assertThat(refused(with(STATUS, NOW, link(link)))).contains("lank");
    }

    @Test
    void takesLinksUpToTheirLimit() {
        String start = "https://alvstad.example/";
        assertTaken(with(STATUS, NOW, link(start + "x".repeat(2000 - start.length()))));
        assertThat(refused(with(STATUS, NOW, link(start + "x".repeat(2001 - start.length())))))
                .contains("lank");
    }

    @Test
    void takesTimesFrom1900ToADayAhead() {
        assertTaken(with(STATUS, NOW.plus(Duration.ofDays(1)), References.NONE));
        assertThat(refused(with(STATUS, NOW.plus(Duration.ofDays(1)).plusMillis(1), References.NONE)))
                .contains("tidpunkt");
        assertTaken(with(STATUS, Instant.parse("1900-01-01T00:00:00Z"), References.NONE));
        assertThat(refused(with(STATUS, Instant.parse("1899-12-31T23:59:59Z"), References.NONE)))
                .contains("tidpunkt");
    }

    @Test
    void limitsTagsAndAttachments() {
        assertTaken(with(STATUS, NOW, new References(null, null, Collections.nCopies(100, "t"))));
        assertThat(refused(with(STATUS, NOW, new References(null, null, Collections.nCopies(101, "t")))))
                .contains("taggar");
        IncomingAttachment file = new IncomingAttachment.Inline("a.pdf", "application/pdf", new byte[0]);
        Subjects subjects = good().subjects();
        assertTaken(with(subjects, Collections.nCopies(20, file)));
        assertThat(refused(with(subjects, Collections.nCopies(21, file)))).contains("attachments");
        assertThat(refused(with(subjects, List.of(new IncomingAttachment.Inline("", "a/b", new byte[0])))))
                .contains("attachment name");
    }

    @Test
    void checksWhatIsSaidOfAFileThatThePartyMayNotHave() {
        assertTaken(withheld("OSL 26:5", "s".repeat(255), null));
        assertTaken(withheld("OSL 26:5", "skäl", "u".repeat(255)));
        assertThat(refused(withheld("OSL 10:3", "skäl", null))).contains("undantagen.lagrum");
        assertThat(refused(withheld("OSL 26:5", " ", null))).contains("undantagen.skal");
        assertThat(refused(withheld("OSL 26:5", "s".repeat(256), null))).contains("undantagen.skal");
        assertThat(refused(withheld("OSL 26:5", "skäl", ""))).contains("undantagen.upplysning");
        assertThat(refused(withheld("OSL 26:5", "skäl", "u".repeat(256)))).contains("undantagen.upplysning");
    }

    private static IncomingEvent withheld(String provision, String reason, @Nullable String told) {
        return with(
                good().subjects(),
                List.of(new IncomingAttachment.Inline(
                        "a.pdf", "application/pdf", new byte[0], new Withheld(provision, reason, told))));
    }

    @Test
    void checksWhatIsSaidOfConfidentiality() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertTaken(confidential(marked("OSL 26:1", today.plusDays(1))));
        assertThat(refused(confidential(marked("OSL 26:1", today.plusDays(2))))).contains("sekretess.datum");
        assertThat(refused(confidential(marked("OSL 12:3", today)))).contains("sekretess.lagrum");
        assertThat(refused(confidential(marked("26:1", today)))).contains("sekretess.lagrum");
        IncomingEvent good = good();
        IncomingEvent nobodys = new IncomingEvent(
                good.externalId(),
                good.matter(),
                good.wording(),
                new Subjects(null, EventExamples.CHILD),
                good.status(),
                good.occurredAt(),
                good.references(),
                List.of(),
                null,
                new Confidentiality(null, false, false, true));
        assertThat(refused(nobodys)).contains("endastParten");
    }

    private static Confidentiality marked(String provision, LocalDate date) {
        return new Confidentiality(new Marking(provision, date, "ON"), false, false, false);
    }

    private static void assertTaken(IncomingEvent event) {
        assertThatCode(() -> EventCheck.check(event, NOW)).doesNotThrowAnyException();
    }

    private static String refused(IncomingEvent event) {
        EventRefused refused = catchThrowableOfType(EventRefused.class, () -> EventCheck.check(event, NOW));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(EventRefused.Reason.INVALID);
        return String.valueOf(refused.getMessage());
    }
}
