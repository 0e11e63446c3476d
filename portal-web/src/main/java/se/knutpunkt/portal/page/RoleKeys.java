package se.knutpunkt.portal.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** Names persons in addresses and forms: by a keyed hash that means nothing to anyone but the same reader. */
@Dependent
public class RoleKeys {
    private static final int BYTES = 12;

    private final Vault vault;

    @Inject
    public RoleKeys(Vault vault) {
        this.vault = vault;
    }

    /** The name of a person for a reader: 16 characters of URL-safe Base64. */
    public String key(PartyId reader, PartyId whom) {
        byte[] hash = vault.hashOfToken(reader.value() + ":" + whom.value(), "address.whom");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }
}
