package se.knutpunkt.eforms.submission;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.diary.SenderKind;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.PartyId;

/**
 * Who sent a form.
 *
 * @param kind how the sender is known
 * @param name null exactly when the sender is anonymous
 * @param party null without login
 * @param number null without login
 */
record Sender(
        SenderKind kind,
        @Nullable String name,
        @Nullable PartyId party,
        @Nullable IdentityNumber number) {}
