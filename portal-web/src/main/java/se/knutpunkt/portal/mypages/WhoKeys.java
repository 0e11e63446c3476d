package se.knutpunkt.portal.mypages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.Whom;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.RoleKeys;

/** The persons of the filter by the keys that stand in addresses. */
@Dependent
class WhoKeys {
    private final RoleKeys keys;

    @Inject
    WhoKeys(RoleKeys keys) {
        this.keys = keys;
    }

    String key(PartyId reader, PartyId whom) {
        return keys.key(reader, whom);
    }

    /**
     * The person of a key; null for no key. A key that names none of those whom the list can concern now is answered as
     * a page that does not exist: the mandate may have ended.
     */
    @Nullable
    Whom find(@Nullable String key, PartyId reader, List<Whom> all) {
        if (key == null) {
            return null;
        }
        return all.stream()
                .filter(whom -> key(reader, whom.party()).equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
