package se.knutpunkt.portal.login.saml;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.AssuranceUris;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.portal.page.Levels;

/** By the operator's settings, and by the mapping from attributes to roles. */
@ApplicationScoped
class ConfiguredIdentities implements IdentityRules {
    @Inject
    SamlSettings settings;

    @EJB
    RoleRules rules;

    @Inject
    Levels levels;

    @Override
    public Tells tells(String provider) {
        return settings.tells(provider);
    }

    @Override
    public boolean maySignAssertionAlone(String provider) {
        return settings.maySignAssertionAlone(provider);
    }

    @Override
    public Set<StaffRole> roles(String provider, Map<String, Set<String>> attributes) {
        return rules.rolesOf(provider, attributes);
    }

    @Override
    public Set<Long> workLines(String provider, Map<String, Set<String>> attributes) {
        return rules.workLinesOf(provider, attributes);
    }

    @Override
    public boolean trustsBinding(String uri) {
        return settings.trustsBinding(uri);
    }

    /** What the operator asks of a provider of staff is good for staff pages, whatever it is called. */
    @Override
    public Optional<AssuranceLevel> level(String provider, String context) {
        return AssuranceUris.level(context)
                .or(() -> tells(provider) == Tells.STAFF ? Optional.of(levels.usual()) : Optional.empty());
    }
}
