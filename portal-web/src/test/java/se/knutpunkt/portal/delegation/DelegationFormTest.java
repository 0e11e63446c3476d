package se.knutpunkt.portal.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.delegation.Delegation;
import se.knutpunkt.hub.delegation.Recipient;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.role.Workplace;
import se.knutpunkt.portal.page.Language;

class DelegationFormTest {
    private static final List<Boundary> BOUNDARIES = List.of(
            new Boundary("bn", "bn", null, "Byggnadsnämnden"),
            new Boundary("bun/förskola", "bun", "förskola", "Barn- och utbildningsnämnden – Förskola"),
            new Boundary("ks", "ks", null, "Kommunstyrelsen"));
    private static final Recipients RECIPIENTS = Recipients.of(
            Set.of(
                    new Workplace("ks", null, "Kontaktcenter"),
                    new Workplace("ks", "gren", "Kontaktcenter"),
                    new Workplace("bn", null, null)),
            Map.of(new StaffId(7), "Östen", new StaffId(8), "Anna"),
            BOUNDARIES,
            Language.SWEDISH);
    private static final DelegationForm.Choices CHOICES =
            new DelegationForm.Choices(BOUNDARIES, RECIPIENTS, Set.of("FÖR", "OMS"));

    @Test
    void offersEachUnitOnceAndPeopleByNameWithoutNamesInTheAddress() {
        assertThat(RECIPIENTS.units())
                .extracting(Recipients.One::text)
                .containsExactly("Kontaktcenter, Kommunstyrelsen");
        assertThat(RECIPIENTS.people()).extracting(Recipients.One::text).containsExactly("Anna", "Östen");
        assertThat(RECIPIENTS.people()).extracting(Recipients.One::value).containsExactly("person:8", "person:7");
    }

    @Test
    void aWholeFormIsADelegation() {
        assertThat(form("enhet:ks/Kontaktcenter", "valda", List.of("FÖR"), "SEE", "BUN § 1", "2026-11-22", "")
                        .delegation(CHOICES))
                .isEqualTo(new Delegation(
                        "bun",
                        "förskola",
                        new Recipient.Unit("ks", "Kontaktcenter"),
                        false,
                        Set.of("FÖR"),
                        Right.SEE,
                        "BUN § 1",
                        LocalDate.of(2026, 11, 22),
                        null));
        DelegationForm all = form("person:7", "alla", List.of(), "DECIDE", "a".repeat(200), "2026-11-22", "2026-11-22");
        assertThat(faults(all)).isEmpty();
        assertThat(all.delegation(CHOICES).to()).isEqualTo(new Recipient.Person(new StaffId(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',alla,SEE,BN § 1,2026-11-22,'',till",
        "person:9,alla,SEE,BN § 1,2026-11-22,'',till",
        "person:7,'',SEE,BN § 1,2026-11-22,'',omfattning",
        "person:7,valda,SEE,BN § 1,2026-11-22,'',omfattning",
        "person:7,alla,KING,BN § 1,2026-11-22,'',ratt",
        "person:7,alla,SEE,'',2026-11-22,'',beslut",
        "person:7,alla,SEE,BN § 1,i dag,'',forsta",
        "person:7,alla,SEE,BN § 1,0001-01-01,'',forsta",
        "person:7,alla,SEE,BN § 1,2026-11-22,2026-02-30,sista",
        "person:7,alla,SEE,BN § 1,2026-11-22,2026-11-21,sista"
    })
    void whatIsWrongIsToldAtItsField(
            String to, String scope, String right, String reference, String first, String last, String field) {
        assertThat(faults(form(to, scope, List.of(), right, reference, first, last)))
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYGG", "FÖR,BYGG"})
    void aCaseTypeOfAnotherAuthorityIsNoChoice(String types) {
        assertThat(faults(form("person:7", "valda", List.of(types.split(",")), "SEE", "§ 1", "2026-11-22", "")))
                .containsExactly("omfattning");
    }

    @Test
    void allAndSomeAreNotBoth() {
        assertThat(faults(form("person:7", "alla", List.of("FÖR"), "SEE", "§ 1", "2026-11-22", "")))
                .containsExactly("omfattning");
    }

    private static List<String> faults(DelegationForm form) {
        return form.faults(CHOICES).stream().map(DelegationForm.Fault::field).toList();
    }

    private static DelegationForm form(
            String to, String scope, List<String> types, String right, String reference, String first, String last) {
        return new DelegationForm("bun/förskola", to, scope, types, right, reference, first, last);
    }
}
