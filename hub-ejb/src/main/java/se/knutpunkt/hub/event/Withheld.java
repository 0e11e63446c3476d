package se.knutpunkt.hub.event;

import org.jspecify.annotations.Nullable;

/**
 * That a party may not have a document (OSL 10:3): its secrecy weighs more than the party's insight.
 *
 * @param provision the provision of secrecy it rests on, as {@link se.knutpunkt.hub.secrecy.Provisions} writes it
 * @param reason why it weighs so much; kept for the authority, told to no party
 * @param told what the party may know of what it holds (10:3, third sentence); null when the party is to know nothing, not
 *     even that there is such a document
 */
public record Withheld(
        String provision, String reason, @Nullable String told) {}
