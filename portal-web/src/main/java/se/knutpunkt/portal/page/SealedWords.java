package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;

/**
 * Words somebody searches for, sealed for the address: somebody will search for a person, and then the name must not
 * stand in a log.
 */
@ApplicationScoped
public class SealedWords {
    private static final int LONGEST = 300;
    private static final int LONGEST_SEALED = 1800;

    @Inject
    Vault vault;

    /**
     * Words as they may stand in an address; empty when there are none.
     *
     * @param context the list that is searched; the words open there alone
     */
    public String sealed(String context, String typed) {
        String words = typed.strip();
        String kept = words.substring(0, Math.min(words.length(), LONGEST));
        return kept.isEmpty() ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(kept, context));
    }

    /** The words that an address holds; empty when there are none, or none of ours. */
    public String open(String context, String sealed) {
        if (sealed.isEmpty() || sealed.length() > LONGEST_SEALED) {
            return "";
        }
        try {
            return vault.open(Base64.getUrlDecoder().decode(sealed), context);
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return "";
        }
    }

    /** Whether a text holds all the words, in any case. */
    public static boolean matches(String words, String text) {
        String within = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(within::contains);
    }
}
