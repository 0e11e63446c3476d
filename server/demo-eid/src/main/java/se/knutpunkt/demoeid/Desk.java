package se.knutpunkt.demoeid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.AuthnRequest;

/** The provider at work: reads requests, writes responses; everything is made at first use. */
@ApplicationScoped
class Desk {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Place place = Place.configured();
    private final Clock clock = Clock.systemUTC();
    private @Nullable SigningKey key;
    private @Nullable Portal portal;
    private Instant fetched = Instant.EPOCH;

    Place place() {
        return place;
    }

    byte[] metadata() {
        return new IdpMetadata(place, key()).xml();
    }

    /** @throws RefusedRequest when it is no request of the portal's */
    AuthnRequest read(Message message) {
        return new RequestReader(portal(), place.sso()).read(message, clock.instant());
    }

    /** The response for the form, in Base64: the person's, or the one that says that they cancelled. */
    String answer(AuthnRequest request, @Nullable Person person) {
        ResponseWriter writer = new ResponseWriter(place.entityId(), key(), portal());
        byte[] response = person == null
                ? writer.cancelled(request, clock.instant())
                : AssuranceLevels.given(request, person)
                        .map(level -> writer.success(request, person, level, clock.instant()))
                        .orElseGet(() -> writer.noLevel(request, clock.instant()));
        return Base64.getEncoder().encodeToString(response);
    }

    private synchronized SigningKey key() {
        SigningKey made = key;
        if (made == null) {
            made = KeyFile.in(place.keys());
            key = made;
        }
        return made;
    }

    private synchronized Portal portal() {
        Portal known = portal;
        if (known == null || clock.instant().isAfter(fetched.plus(FRESH))) {
            known = Portal.fetch(place.portalMetadata());
            portal = known;
            fetched = clock.instant();
        }
        return known;
    }
}
