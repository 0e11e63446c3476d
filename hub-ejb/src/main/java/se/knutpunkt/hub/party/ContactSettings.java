package se.knutpunkt.hub.party;

import org.jspecify.annotations.Nullable;

/**
 * How a party wants to be reached.
 *
 * @param email null when none is given
 * @param phone as typed; null when none is given
 * @param notifyByEmail send "log in" notices by e-mail; has no effect without an address
 * @param language ISO 639-1, {@code sv} or {@code en}
 */
public record ContactSettings(
        @Nullable String email, @Nullable String phone, boolean notifyByEmail, String language) {

    /** What holds until the party has said otherwise. */
    public static final ContactSettings NONE = new ContactSettings(null, null, false, "sv");
}
