package se.knutpunkt.portal.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.login.NewLogin;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.Who;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.portal.login.saml.Proof;

/** Turns what a provider has proved into a login. */
@ApplicationScoped
class Arrival {
    @Inject
    Parties parties;

    @Inject
    StaffMembers staff;

    @Inject
    Logins logins;

    /** Registers the person at the first login and starts a login; returns its token for the cookie. */
    String login(Proof proof, AssuranceLevel level) {
        return logins.start(new NewLogin(who(proof), proof.name(), level));
    }

    private Who who(Proof proof) {
        if (proof instanceof Proof.OfStaff member) {
            StaffId id = staff.register(member.provider(), member.account(), member.name());
            return new Who.Staff(id, member.roles());
        }
        Proof.OfCitizen citizen = (Proof.OfCitizen) proof;
        PartyId party = citizen.former()
                .map(former -> parties.succeed(former, citizen.number()))
                .orElseGet(() -> parties.register(citizen.number()));
        if (!citizen.name().isEmpty()) {
            parties.rename(party, citizen.name());
        }
        return new Who.Citizen(party);
    }
}
