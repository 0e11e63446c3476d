package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.Party;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.portal.login.saml.Proof;
import se.knutpunkt.portal.page.TestPages;

/** What a login changes of the person it is about. */
class ArrivalTest {
    private static final PartyId PARTY = new PartyId(7);
    private static final IdentityNumber NUMBER = new IdentityNumber(IdentityNumber.Kind.PERSONNUMMER, "196006172818");
    private static final IdentityNumber FORMER =
            new IdentityNumber(IdentityNumber.Kind.SAMORDNINGSNUMMER, "200804752384");

    private final Arrival arrival = new Arrival();
    private final List<String> changes = new ArrayList<>();
    private @Nullable String known = "Demo Demosson";

    @BeforeEach
    void connect() {
        arrival.levels = TestPages.levels("loa3");
        arrival.parties = fake(Parties.class);
        arrival.logins = fake(Logins.class);
    }

    @Test
    void letsTheHistoryFollowAReplacedNumber() {
        arrival.login(new Proof.OfCitizen(NUMBER, Optional.of(FORMER), "Demo Ett"), AssuranceLevel.LOA3);

        assertThat(changes).containsExactly("succeed", "rename", "start");
    }

    /** Else a weak e-ID could lay another's history to one's own, to be read by a strong one afterwards. */
    @Test
    void changesNothingThatAWeakLoginMayNotSee() {
        arrival.login(new Proof.OfCitizen(NUMBER, Optional.of(FORMER), "Demo Ett"), AssuranceLevel.LOA2);

        assertThat(changes).containsExactly("register", "get", "start");
    }

    @Test
    void takesAnyNameForSomeoneWhoHasNone() {
        known = null;

        arrival.login(new Proof.OfCitizen(NUMBER, Optional.empty(), "Demo Ett"), AssuranceLevel.LOA2);

        assertThat(changes).containsExactly("register", "get", "rename", "start");
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, asked, given) -> {
            changes.add(asked.getName());
            return answer(asked.getReturnType());
        }));
    }

    private @Nullable Object answer(Class<?> type) {
        if (type == PartyId.class) {
            return PARTY;
        }
        if (type == Party.class) {
            return new Party(PARTY, NUMBER.kind(), known, false);
        }
        return type == String.class ? "token" : null;
    }
}
