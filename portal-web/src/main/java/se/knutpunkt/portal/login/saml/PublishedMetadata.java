package se.knutpunkt.portal.login.saml;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Our metadata as it stands at its address: signed anew when the keys or the time want it, not for each who asks. */
final class PublishedMetadata {
    private static final Duration USED_FOR = Duration.ofHours(1);

    private final ServiceDescription description;
    private final Clock clock;
    private @Nullable Made last;

    PublishedMetadata(ServiceDescription description, Clock clock) {
        this.description = description;
        this.clock = clock;
    }

    /** The document for who we are now. */
    synchronized byte[] xml(ServiceIdentity us) {
        Instant now = clock.instant();
        Made made = last;
        if (made == null || !made.us().equals(us) || !now.isBefore(made.at().plus(USED_FOR))) {
            made = new Made(us, now, new OwnMetadata(us, description).xml(now));
            last = made;
        }
        return made.xml().clone();
    }

    private record Made(ServiceIdentity us, Instant at, byte[] xml) {}
}
