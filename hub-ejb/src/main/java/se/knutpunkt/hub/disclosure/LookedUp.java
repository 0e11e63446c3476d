package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.util.List;
import se.knutpunkt.hub.party.IdentityNumber;

/**
 * What stands on every page of a look-up, whether there is anything to show or not.
 *
 * @param number as it was typed; to be shown on the page alone
 * @param grounds those of the reader now
 * @param ground the one by which is looked
 * @param ends when the look-up is over
 * @param protectedData the person has protected personal data; true for the few alone
 */
public record LookedUp(
        IdentityNumber number, List<LookGround> grounds, LookGround ground, Instant ends, boolean protectedData) {}
