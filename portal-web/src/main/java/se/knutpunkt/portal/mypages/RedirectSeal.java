package se.knutpunkt.portal.mypages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.SealBroken;
import se.knutpunkt.hub.vault.Vault;

/**
 * Carries what was typed over the redirect after a POST, in the address and still readable to nobody: sealed for one
 * purpose and one reader, for a short time. Nothing is kept on the server.
 */
@Dependent
class RedirectSeal {
    /** Long enough to page through what a search found; a copied address is worthless after it. */
    static final Duration LIFETIME = Duration.ofHours(2);

    private static final int LONGEST = 4_000;

    private final Vault vault;
    private final Clock clock;

    @Inject
    RedirectSeal(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Seals a text; the result may stand in an address as it is. */
    String seal(String text, String purpose, PartyId reader) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + words.length)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .put(words)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.sealBytes(plain, context(purpose, reader)));
    }

    /** The text; empty when it is too old, was sealed for something or someone else, or is no seal at all. */
    Optional<String> open(String sealed, String purpose, PartyId reader) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer plain =
                    ByteBuffer.wrap(vault.openBytes(Base64.getUrlDecoder().decode(sealed), context(purpose, reader)));
            Instant expires = Instant.ofEpochSecond(plain.getLong());
            return clock.instant().isBefore(expires)
                    ? Optional.of(StandardCharsets.UTF_8.decode(plain).toString())
                    : Optional.empty();
        } catch (SealBroken | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String context(String purpose, PartyId reader) {
        return "address." + purpose + ":" + reader.value();
    }
}
