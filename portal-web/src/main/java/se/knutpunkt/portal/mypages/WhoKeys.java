package se.knutpunkt.portal.mypages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.Whom;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;
import se.knutpunkt.portal.page.Refusal;

/** Names the persons of the filter in addresses: by a keyed hash that means nothing to anyone but the same reader. */
@Dependent
class WhoKeys {
    private static final int BYTES = 12;

    private final Vault vault;

    @Inject
    WhoKeys(Vault vault) {
        this.vault = vault;
    }

    String key(PartyId reader, PartyId whom) {
        byte[] hash = vault.hashOfToken(reader.value() + ":" + whom.value(), "address.whom");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
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
