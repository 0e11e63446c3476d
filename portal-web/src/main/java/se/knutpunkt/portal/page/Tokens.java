package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.vault.Vault;

/**
 * The tokens against cross-site request forgery: a MAC over what a form may do and whose login it was shown to, so that
 * no cookie and no server memory is needed before the first POST.
 */
@ApplicationScoped
public class Tokens {
    private static final String CONTEXT = "form";
    private static final int LONGEST = 200;

    @Inject
    Vault vault;

    /** The token that a form posting to {@code action} must carry. */
    String issue(String action, String login) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.sign(claim(action, login), CONTEXT));
    }

    /** Whether {@code token} was issued for this action and this login; false for anything malformed. */
    boolean holds(@Nullable String token, String action, String login) {
        if (token == null || token.length() > LONGEST) {
            return false;
        }
        try {
            return vault.isSigned(Base64.getUrlDecoder().decode(token), claim(action, login), CONTEXT);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] claim(String action, String login) {
        return (action + "\n" + login).getBytes(StandardCharsets.UTF_8);
    }
}
