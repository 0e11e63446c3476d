package se.knutpunkt.portal.api;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.deadletter.NewLetter;

/** Remembers what is kept of refused events, group by group; or fails to. */
final class RememberedRefusals extends RefusedEvents {
    final List<List<NewLetter>> groups = new ArrayList<>();
    boolean fail;

    RememberedRefusals() {
        clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        letters = (DeadLetters) Proxy.newProxyInstance(
                DeadLetters.class.getClassLoader(), new Class<?>[] {DeadLetters.class}, (proxy, method, values) -> {
                    if (fail) {
                        throw new IllegalStateException("the database is out");
                    }
                    @SuppressWarnings("unchecked")
                    List<NewLetter> kept = (List<NewLetter>) values[1];
                    groups.add(kept);
                    return null;
                });
    }
}
