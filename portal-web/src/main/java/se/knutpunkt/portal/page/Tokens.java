package se.knutpunkt.portal.page;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The tokens against cross-site request forgery: a MAC over what a form may do and whose login it was shown to, so that
 * no cookie and no server memory is needed before the first POST.
 */
@ApplicationScoped
public class Tokens {
    @Inject
    @ConfigProperty(name = "KNUTPUNKT_KEYS_DIR")
    String keys;

    private @Nullable Mac mac;

    @PostConstruct
    void load() {
        try {
            MacConfig.register();
            mac = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(Path.of(keys, "web-mac.json")), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("web-mac.json in KNUTPUNKT_KEYS_DIR is no MAC keyset", e);
        } catch (IOException e) {
            throw new UncheckedIOException("web-mac.json in KNUTPUNKT_KEYS_DIR cannot be read", e);
        }
    }

    /** The token that a form posting to {@code action} must carry. */
    String issue(String action, String login) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac().computeMac(claim(action, login)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("MAC cannot be computed", e);
        }
    }

    /** Whether {@code token} was issued for this action and this login; false for anything malformed. */
    boolean holds(@Nullable String token, String action, String login) {
        if (token == null || token.length() > 200) {
            return false;
        }
        try {
            mac().verifyMac(Base64.getUrlDecoder().decode(token), claim(action, login));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    private Mac mac() {
        return java.util.Objects.requireNonNull(mac, "not loaded");
    }

    private static byte[] claim(String action, String login) {
        return ("form\n" + action + "\n" + login).getBytes(StandardCharsets.UTF_8);
    }
}
