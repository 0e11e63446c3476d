package se.knutpunkt.hub.party;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person or organisation, without its number.
 *
 * @param name as given at the latest login or import; null when never heard
 * @param protectedIdentity protected personal data: nothing about this party may be shown to anyone else
 */
public record Party(
        PartyId id, IdentityNumber.Kind kind, @Nullable String name, boolean protectedIdentity) {}
