package se.knutpunkt.eforms.definition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version that was published after another.
 *
 * @param id internal id
 * @param breaking whether it was published with changes that break drafts on the version before it
 * @param oldDraftsUntil last day, in Sweden, that drafts on earlier versions may be sent as they are; null for as long as
 *     they live
 */
public record LaterVersion(
        long id, boolean breaking, @Nullable LocalDate oldDraftsUntil) {}
