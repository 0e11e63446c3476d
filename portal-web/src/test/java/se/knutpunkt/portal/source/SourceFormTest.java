package se.knutpunkt.portal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.source.SourceSettings;

class SourceFormTest {

    @Test
    void aWholeFormIsTaken() {
        SourceSettings settings = form("10.0.0.0/8\r\n2001:db8::/32, 10.0.0.0/8", "90", "MINUTER", "1 000")
                .settings();
        assertThat(settings.networks()).isEqualTo("10.0.0.0/8, 2001:db8::/32");
        assertThat(settings.rhythm()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.eventsPerMinute()).isEqualTo(1000);
        assertThat(settings.caseTypes()).containsExactly("BYGG", "TIL");
        assertThat(form("", "1", "DYGN", "").settings().eventsPerMinute()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "fel,1,DYGN,'',natverk",
        "10.0.0.0/33,1,DYGN,'',natverk",
        "example.se,1,DYGN,'',natverk",
        "10.0.0.0/8/8,1,DYGN,'',natverk",
        "'',0,DYGN,'',rytm",
        "'',-1,DYGN,'',rytm",
        "'',1.5,DYGN,'',rytm",
        "'',367,DYGN,'',rytm",
        "'',9999999,DYGN,'',rytm",
        "'',1,SEKLER,'',rytm",
        "'',1,DYGN,0,grans",
        "'',1,DYGN,tio,grans",
        "'',1,DYGN,1000001,grans"
    })
    void whatIsWrongIsToldAtItsField(String networks, String rhythm, String unit, String limit, String field) {
        assertThat(faults(form(networks, rhythm, unit, limit))).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Bygg", "bygg lov", "nytt", "../x", "bygg?"})
    void aCodeThatIsNoneIsTold(String code) {
        assertThat(faults(form("", "1", "DYGN", "").withCode(code))).containsExactly("kod");
    }

    @Test
    void authorityAndCaseTypesMustBeThere() {
        SourceForm form = new SourceForm(
                "bygglov",
                " ".strip(),
                "x".repeat(151),
                "okand",
                List.of("OKAND"),
                "",
                "1",
                "DYGN",
                "",
                "",
                List.of("OKAND"));
        assertThat(faults(form)).containsExactly("namn", "namn-en", "myndighet", "arendetyp", "fraga");
    }

    @Test
    void aKeptSourceComesBackAsItWas() {
        for (long minutes : new long[] {1, 59, 60, 90, 1440, 2880, 1441}) {
            SourceSettings settings = form("10.0.0.0/8, ::1", Long.toString(minutes), "MINUTER", "7")
                    .settings();
            KeptSource kept = new KeptSource(settings, 3, Instant.EPOCH, null, null, null);
            SourceForm form = SourceForm.of(kept);
            assertThat(form.settings()).isEqualTo(settings);
            assertThat(form.seen()).isEqualTo(3);
        }
        assertThat(SourceForm.EMPTY.seen()).isEqualTo(-1);
    }

    private static List<String> faults(SourceForm form) {
        return form.faults(Set.of("byggnadsnamnden"), Set.of("BYGG", "TIL")).stream()
                .map(SourceForm.Fault::field)
                .toList();
    }

    private static SourceForm form(String networks, String rhythm, String unit, String limit) {
        return new SourceForm(
                "bygglov",
                "Bygglovssystemet",
                "The building permit system",
                "byggnadsnamnden",
                List.of("TIL", "BYGG"),
                networks,
                rhythm,
                unit,
                limit,
                "",
                List.of("BYGG"));
    }
}
