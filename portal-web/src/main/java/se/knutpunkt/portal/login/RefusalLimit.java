package se.knutpunkt.portal.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many responses from one network address may be refused as broken or late in a minute before its posts are no longer looked
 * at. Each node counts for itself: it is about our work, not about the person.
 */
@ApplicationScoped
public class RefusalLimit {
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Most addresses kept; a flood from more than these begins its counting anew. */
    private static final int ADDRESSES = 20_000;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int most;

    /** For the container's proxy. */
    protected RefusalLimit() {
        this(Clock.systemUTC(), 0);
    }

    @Inject
    RefusalLimit(Clock clock, @ConfigProperty(name = "KNUTPUNKT_LOGIN_REFUSALS", defaultValue = "30") int most) {
        this.clock = clock;
        this.most = most;
    }

    private record Window(Instant begun, int count) {
        boolean isOver(Instant now) {
            return !now.isBefore(begun.plus(WINDOW));
        }
    }

    /** Whether the address has used up its minute. */
    boolean isReached(String address) {
        Window window = windows.get(network(address));
        return window != null && window.count() >= most && !window.isOver(clock.instant());
    }

    /** Counts a refused response. */
    void count(String address) {
        Instant now = clock.instant();
        if (windows.size() >= ADDRESSES) {
            windows.values().removeIf(window -> window.isOver(now));
        }
        if (windows.size() >= ADDRESSES) {
            windows.clear();
        }
        windows.merge(
                network(address),
                new Window(now, 1),
                (known, fresh) -> known.isOver(now) ? fresh : new Window(known.begun(), known.count() + 1));
    }

    /** One subscriber of IPv6 has a whole network of 64 bits to send from. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
