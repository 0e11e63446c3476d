package se.knutpunkt.hub.event;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;

/**
 * Whose event it is.
 *
 * @param party the party of the case ({@code part.kund}); null for an anonymous case
 * @param concerns the person it is about when that is someone else, such as a child; null when the same
 */
public record Subjects(
        @Nullable IdentityNumber party, @Nullable IdentityNumber concerns) {}
