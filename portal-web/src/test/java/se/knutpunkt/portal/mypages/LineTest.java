package se.knutpunkt.portal.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.disclosure.StatementRow;
import se.knutpunkt.hub.disclosure.Whom;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.portal.page.Language;

class LineTest {
    private static final Wording SWEDISH = new Wording(Language.SWEDISH);

    @Test
    void groupsByTheMonthInSwedenAndKeepsTheOrder() {
        // The last hour of November UTC is December in Sweden.
        List<Line.Month> months = group("2026-11-30T23:00:00Z", "2026-11-30T22:59:59Z", "2026-11-02T08:00:00Z");

        assertThat(months).extracting(Line.Month::title).containsExactly("December 2026", "November 2026");
        assertThat(months.get(0).lines()).extracting(Line::day).containsExactly("1 dec");
        assertThat(months.get(1).lines()).extracting(Line::day).containsExactly("30 nov", "2 nov");
    }

    @Test
    void theSameMonthOfAnotherYearIsAnotherMonth() {
        assertThat(group("2026-11-02T08:00:00Z", "2025-11-02T08:00:00Z"))
                .extracting(Line.Month::title)
                .containsExactly("November 2026", "November 2025");
    }

    @Test
    void nothingGivesNoMonth() {
        assertThat(group()).isEmpty();
    }

    @Test
    void aLineLeadsToItsEventAndSaysWhose() {
        Line line = Line.of(row("2026-11-02T08:00:00Z"), SWEDISH);

        assertThat(line.address()).isEqualTo("/mina-sidor/handelse/e1");
        assertThat(line.tag()).isEqualTo("Din far");
        assertThat(line.note()).isEqualTo("Rättat");
        assertThat(line.authority()).isEqualTo("Omsorgsnämnden");
    }

    private static List<Line.Month> group(String... instants) {
        return Line.Month.group(Arrays.stream(instants).map(LineTest::row).toList(), SWEDISH);
    }

    private static StatementRow row(String at) {
        return new StatementRow(
                "e1",
                Instant.parse(at),
                "Plats är tilldelad",
                "c1",
                "SÄB 2026-01180",
                new Name("Omsorgsnämnden", "The Care Committee"),
                new Whom(new PartyId(2), Capacity.PROXY, "Folke Demosson", "din far"),
                true,
                false,
                Replacement.Kind.CORRECTION,
                Degree.FULL);
    }
}
