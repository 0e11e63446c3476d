package se.knutpunkt.hub.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint with its secrets; it stays in this room, and its text tells neither. */
record SealedEndpoint(
        URI address,
        String secret,
        @Nullable String former,
        @Nullable Instant formerEnds) {

    /** The secrets by which a message is signed: the new one first, and the former as long as both count. */
    List<String> secrets(Instant now) {
        return former != null && formerEnds != null && now.isBefore(formerEnds)
                ? List.of(secret, former)
                : List.of(secret);
    }

    @Override
    public String toString() {
        return "SealedEndpoint";
    }
}
