package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Marking;

class CsvEventsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String PRINTED = XmlEventsTest.example("handelser.csv");

    private record Read(List<ReadEvent> events, Optional<Problem> problem) {
        List<String> places() {
            return events.stream()
                    .flatMap(event -> Optional.ofNullable(event.problem()).stream())
                    .flatMap(wrong -> wrong.errors().stream())
                    .map(fault -> CsvColumn.place(fault.pointer()))
                    .toList();
        }

        boolean isWhole() {
            return problem.isEmpty() && events.stream().allMatch(event -> event.event() != null);
        }
    }

    private static Read read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Read read(byte[] body) {
        List<ReadEvent> events = new ArrayList<>();
        MeteredStream metered = new MeteredStream(new ByteArrayInputStream(body), ApiLimits.BATCH_BYTES);
        CsvEvents csv = new CsvEvents(metered, TODAY, 1000);
        try {
            for (ReadEvent next = csv.next(); next != null; next = csv.next()) {
                events.add(next);
            }
            return new Read(events, Optional.empty());
        } catch (ProblemException unreadable) {
            return new Read(events, Optional.of(unreadable.problem()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void readsWhatIsPrinted() {
        Read read = read(PRINTED);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.events()).hasSize(2);
        IncomingEvent event = read.events().get(1).event();
        assertThat(event.wording().description()).isEqualTo("""
                Det finns en ledig plats; svara senast den 4 december.
                Svara genom att ringa.""");
        assertThat(event.references().tags()).containsExactly("kulturskolan", "piano");
        assertThat(event.status().needsAction()).isTrue();
        assertThat(event.matter().caseNumber()).isEqualTo("KUL-2026-0402");
        assertThat(event.subjects().party().value()).isEqualTo("199004072394");
    }

    @Test
    void readsWhatIsSaidOfConfidentiality() {
        String header = "sekretessLagrum;sekretessDatum;sekretessMyndighet;hemligForVardnadshavare;skyddarAnmalare;"
                + "endastParten;";
        String[] rows = PRINTED.split("\n", 3);
        String none = ";;;;;;" + rows[1];
        String full = "OSL 26:1;2026-11-20;omsorgsnämnden;ja;nej;1;" + rows[2];
        Read read = read(header + rows[0] + "\n" + none + "\n" + full);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.events().get(0).event().confidentiality()).isEqualTo(Confidentiality.NONE);
        assertThat(read.events().get(1).event().confidentiality())
                .isEqualTo(new Confidentiality(
                        new Marking("OSL 26:1", LocalDate.of(2026, 11, 20), "omsorgsnämnden"), true, false, true));
        Read half = read(header + rows[0] + "\n" + "OSL 26:1;;;kanske;;;" + rows[1] + "\n");
        assertThat(half.places())
                .containsExactlyInAnyOrder("sekretessDatum", "sekretessMyndighet", "hemligForVardnadshavare");
    }

    @Test
    void readsCommasAByteOrderMarkAndWindowsLines() {
        String commas = PRINTED.replace(";", ",").replace("plats, svara", "plats; svara");
        assertThat(read("\uFEFF" + commas).isWhole()).isTrue();
        assertThat(read(PRINTED.replace("\n", "\r\n")).isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "csv-exempel-01,csv exempel,kundhandelseId",
        "2026-11-20T09:00:00+01:00,20 november,tidpunkt",
        "196006172818,196006172819,kundIdentifierare",
        "ALVSTAD.KUL.INKOMMEN,KUL,kundhandelseTyp",
        ";nej;nej;,;nej;kanske;,producentarendetKlart",
        "Ansökan om kulturstipendium inkommen,,rubrik"
    })
    void namesTheColumnThatIsWrongAndGoesOn(String before, String after, String column) {
        Read read = read(PRINTED.replaceFirst(before.replace("+", "\\+"), after == null ? "" : after));
        assertThat(read.events()).hasSize(2);
        assertThat(read.events().get(1).problem()).isNull();
        assertThat(read.places()).containsExactly(column);
    }

    @Test
    void tellsOfARowWithTooManyCells() {
        Read read = read(PRINTED + "a;b\n");
        assertThat(read.problem()).isEmpty();
        assertThat(read.events().get(2).problem().errors().get(0).detail())
                .isEqualTo("The row has as many cells as the header.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a;b\n1;2\n", "rubrik;rubrik\n1;2\n", "rubrik;tidpunkt\n"})
    void refusesAFileWithoutHeaderOrRows(String body) {
        assertThat(read(body).problem()).map(Problem::type).contains(ProblemType.NOT_CSV);
    }

    @Test
    void keepsWhatStandsWholeBeforeAQuoteThatIsNotClosed() {
        String half = PRINTED.substring(0, PRINTED.indexOf("svara senast"));
        Read read = read(half);
        assertThat(read.events()).hasSize(1);
        assertThat(read.problem()).map(Problem::type).contains(ProblemType.NOT_CSV);
        Read endless = read(half + "a\n".repeat(1_000_000));
        assertThat(endless.events()).hasSize(1);
        assertThat(endless.problem()).map(Problem::type).contains(ProblemType.TOO_LARGE);
    }

    @Test
    void refusesOtherCharacterSets() {
        Read read = read(PRINTED.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.problem().orElseThrow().detail()).isEqualTo("The file is not UTF-8.");
    }
}
