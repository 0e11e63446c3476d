package se.knutpunkt.hub.delivery;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a system takes messages, as staff may see it.
 *
 * @param secretMade when its secret was made
 * @param formerEnds until when messages are signed by the former secret too; null when they are not
 */
public record Endpoint(
        long id, URI address, Instant secretMade, @Nullable Instant formerEnds) {}
