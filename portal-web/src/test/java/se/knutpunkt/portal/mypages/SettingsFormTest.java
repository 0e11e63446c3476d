package se.knutpunkt.portal.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.portal.page.Language;

class SettingsFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.se", "namn.efternamn+kommun@mail.example.se", "å@exämpel.se"})
    void takesAddresses(String email) {
        assertThat(form(email, "", true).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@b", "@b.se", "a@b.", "a@.se", "a b@c.se", "a@b.se,c@d.se", "<a@b.se>"})
    void refusesWhatIsNoAddress(String email) {
        assertThat(form(email, "", false).faults())
                .containsExactly(new SettingsForm.Fault("epost", "settings.email.wrong"));
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = "@" + "b".repeat(200) + ".se";

        assertThat(form("a".repeat(254 - domain.length()) + domain, "", false).faults())
                .isEmpty();
        assertThat(form("a".repeat(255 - domain.length()) + domain, "", false).faults())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "070-123 45 67", "+46 70 123 45 67", "(0270) 12 34 56", "123456789012345"})
    void takesTelephoneNumbers(String phone) {
        assertThat(form("", phone, false).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567890123456", "07O-1234567", "ring mig", "+", "12+345678"})
    void refusesWhatIsNoTelephoneNumber(String phone) {
        assertThat(form("", phone, false).faults())
                .containsExactly(new SettingsForm.Fault("telefon", "settings.phone.wrong"));
    }

    @Test
    void noticesNeedAnAddress() {
        assertThat(form("", "", true).faults())
                .containsExactly(new SettingsForm.Fault("epost", "settings.email.needed"));
        assertThat(form("", "", false).faults()).isEmpty();
    }

    @Test
    void whatWasTypedSurvivesPacking() {
        SettingsForm typed = new SettingsForm("fel@", "12 =&", true, Language.ENGLISH);

        assertThat(SettingsForm.unpack(typed.pack())).contains(typed);
        assertThat(SettingsForm.unpack("something else")).isEmpty();
    }

    @Test
    void emptyFieldsAreStoredAsNotGiven() {
        assertThat(form("", "", false).settings()).isEqualTo(ContactSettings.NONE);
    }

    private static SettingsForm form(String email, String phone, boolean notices) {
        return new SettingsForm(email, phone, notices, Language.SWEDISH);
    }
}
