package se.knutpunkt.portal.login;

import jakarta.ejb.EJB;
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
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.portal.login.saml.Proof;
import se.knutpunkt.portal.page.Levels;

/** Turns what a provider has proved into a login. */
@ApplicationScoped
class Arrival {
    @Inject
    Parties parties;

    @Inject
    StaffMembers staff;

    @Inject
    Logins logins;

    @EJB
    RoleRules rules;

    @Inject
    Levels levels;

    /** Registers the person at the first login and starts a login; returns its token for the cookie. */
    String login(Proof proof, AssuranceLevel level) {
        return logins.start(new NewLogin(who(proof, level), proof.name(), level));
    }

    private Who who(Proof proof, AssuranceLevel level) {
        if (proof instanceof Proof.OfStaff member) {
            StaffId id = staff.register(member.provider(), member.account(), member.name());
            rules.arrived(id, member.workLines());
            return new Who.Staff(id, member.roles());
        }
        Proof.OfCitizen citizen = (Proof.OfCitizen) proof;
        // a login that may not see a person's history changes nothing of it either
        boolean mayChange = level.reaches(levels.usual());
        PartyId party = citizen.former()
                .filter(former -> mayChange)
                .map(former -> parties.succeed(former, citizen.number()))
                .orElseGet(() -> parties.register(citizen.number()));
        if (!citizen.name().isEmpty() && (mayChange || parties.get(party).name() == null)) {
            parties.rename(party, citizen.name());
        }
        return new Who.Citizen(party);
    }
}
