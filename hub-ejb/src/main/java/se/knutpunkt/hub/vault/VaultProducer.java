package se.knutpunkt.hub.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Opens the vault with the keys of {@code KNUTPUNKT_KEYS_DIR}. */
@ApplicationScoped
public class VaultProducer {

    /**
     * The vault of this installation.
     *
     * @throws KeysMissing when the setting is missing or the folder lacks keys
     */
    @Produces
    @ApplicationScoped
    public Vault vault() {
        Config config = ConfigProvider.getConfig();
        Optional<String> folder = config.getOptionalValue("KNUTPUNKT_KEYS_DIR", String.class);
        return TinkVault.open(
                Path.of(folder.orElseThrow(() -> new KeysMissing("KNUTPUNKT_KEYS_DIR names no key folder", null))));
    }
}
