package se.knutpunkt.portal.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;
import se.knutpunkt.portal.page.Visit;

/**
 * Carries what was typed over redirects, in the address and readable to nobody: reasons are free text, and somebody will
 * name a person there.
 */
@ApplicationScoped
public class TypedSeal {
    /** The parameter that carries it. */
    static final String NAME = "skrivet";

    private static final String SEARCH = "address.policy.search";
    private static final int LONGEST = 7_000;
    private static final int LONGEST_SEARCH = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Vault vault;

    /** What was typed as part of an address, for whoever typed it alone. */
    String query(PolicyForm form, StaffId keeper) {
        return NAME + "=" + seal(form, keeper);
    }

    String seal(PolicyForm form, StaffId keeper) {
        try {
            return encoded(JSON.writeValueAsString(form.typed()), context(keeper));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the request carries; empty when it carries nothing of that person's. */
    Optional<PolicyForm> open(Visit visit, StaffId keeper) {
        return visit.value(NAME).flatMap(text -> decoded(text, context(keeper))).map(TypedSeal::form);
    }

    private static PolicyForm form(String json) {
        try {
            return new PolicyForm(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String context(StaffId keeper) {
        return "address.policy:" + keeper.value();
    }

    /** Words of a search as they may stand in an address; empty when there are none. */
    String search(String typed) {
        String words = typed.strip();
        return words.isEmpty() ? "" : encoded(words.substring(0, Math.min(words.length(), LONGEST_SEARCH)), SEARCH);
    }

    /** The words of an address; empty when there are none, or none of ours. */
    String searched(String sealed) {
        return decoded(sealed, SEARCH).orElse("");
    }

    private String encoded(String text, String context) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(text, context));
    }

    private Optional<String> decoded(String sealed, String context) {
        if (sealed.isEmpty() || sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.open(Base64.getUrlDecoder().decode(sealed), context));
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return Optional.empty();
        }
    }
}
