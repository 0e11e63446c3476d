package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.portal.login.saml.Proof;

class TestPersonsTest {
    private static final Optional<IdentityNumber> TEST = Optional.of(number("196006172818"));

    /** The example of the Tax Agency's leaflet on coordination numbers, which is none of its test numbers. */
    private static final IdentityNumber EXAMPLE = number("197010632391");

    @Test
    void areRefusedInProductionAndOnlyThere() {
        Proof test = new Proof.OfCitizen(TEST.orElseThrow(), Optional.empty(), "Demo");

        assertThatThrownBy(() -> persons(Optional.empty(), false).check(test)).hasMessage("TEST_NUMBER");
        assertThatThrownBy(() -> persons(Optional.of(false), true).check(test)).hasMessage("TEST_NUMBER");
        assertThatCode(() -> persons(Optional.empty(), true).check(test)).doesNotThrowAnyException();
        assertThatCode(() -> persons(Optional.of(true), false).check(test)).doesNotThrowAnyException();
    }

    @Test
    void areRefusedByTheNumberThatTheyHadBeforeToo() {
        assertThatThrownBy(() -> persons(Optional.empty(), false).check(new Proof.OfCitizen(EXAMPLE, TEST, "Demo")))
                .hasMessage("TEST_NUMBER");
    }

    @Test
    void areNoOthersAndNoStaff() {
        TestPersons production = persons(Optional.empty(), false);

        assertThatCode(() -> production.check(new Proof.OfCitizen(EXAMPLE, Optional.empty(), "Exempel")))
                .doesNotThrowAnyException();
        assertThatCode(() -> production.check(new Proof.OfStaff("p", "a", Set.of(StaffRole.EDITOR), "Demo")))
                .doesNotThrowAnyException();
    }

    private static TestPersons persons(Optional<Boolean> setting, boolean demo) {
        return new TestPersons(setting, demo);
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, LocalDate.of(2026, 11, 22));
    }
}
