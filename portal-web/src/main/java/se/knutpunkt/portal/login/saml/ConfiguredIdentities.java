package se.knutpunkt.portal.login.saml;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.role.RoleRules;

/** By the operator's settings, and by the mapping from attributes to roles. */
@ApplicationScoped
class ConfiguredIdentities implements IdentityRules {
    @Inject
    SamlSettings settings;

    @EJB
    RoleRules rules;

    @Override
    public Tells tells(String provider) {
        return settings.tells(provider);
    }

    @Override
    public Set<StaffRole> roles(String provider, Map<String, Set<String>> attributes) {
        return rules.rolesOf(provider, attributes);
    }

    @Override
    public boolean trustsBinding(String uri) {
        return settings.trustsBinding(uri);
    }
}
