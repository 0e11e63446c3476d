package se.knutpunkt.eforms.fill;

import java.time.Instant;

/**
 * A draft as a line on Mina sidor.
 *
 * @param ref its reference
 * @param slug last part of the form's address
 * @param title title of the form
 * @param changed when it was last saved
 * @param expires when it is deleted unless it is saved again
 * @param standing what has come after the version that it is bound to
 */
public record DraftSummary(
        DraftRef ref, String slug, String title, Instant changed, Instant expires, DraftStanding standing) {}
