package se.knutpunkt.portal.login.saml;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.hub.login.LoginRequests;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;
import se.knutpunkt.portal.page.Site;

/** The service provider: what the rest of the portal may ask of SAML. Everything in it is made at first use. */
@ApplicationScoped
public class ServiceProvider {
    /** Level of assurance that a login needs. */
    private static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";

    /** How long a person may take at the provider. */
    private static final Duration REQUEST_LIFETIME = Duration.ofMinutes(15);

    private static final int ID_BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    @Inject
    SamlSettings settings;

    @Inject
    Site site;

    @Inject
    LoginRequests requests;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService background;

    private volatile @Nullable Parts parts;

    /** The providers a person can choose among; empty when none is known right now. */
    public List<Choice> choices() {
        return parts().providers().offered().stream()
                .map(one -> new Choice(
                        one.entityId(),
                        one.shown().sv(),
                        one.shown().en(),
                        one.shown().logo().isPresent()))
                .toList();
    }

    /** The logo of a provider that can be chosen. */
    public Optional<Logo> logo(String entityId) {
        return parts().providers().offered().stream()
                .filter(one -> one.entityId().equals(entityId))
                .findFirst()
                .flatMap(one -> one.shown().logo());
    }

    /**
     * Starts a login at a provider.
     *
     * @param entityId the provider
     * @param returnPath local path to go to after login
     * @param browser correlation token of the browser, in its cookie
     * @throws LoginRefused when the provider is not known
     */
    public Outgoing start(String entityId, String returnPath, String browser) {
        Parts ready = parts();
        Provider provider =
                ready.providers().find(entityId).orElseThrow(() -> new LoginRefused(LoginError.NO_PROVIDER));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // proving anew who one is keeps the next person at a shared computer out
        LoginRequest request =
                new LoginRequest(newId(), entityId, returnPath, Set.of(LOA3), true, now, now.plus(REQUEST_LIFETIME));
        requests.remember(request, browser);
        return AuthnRequests.write(request, provider, ready.us());
    }

    /**
     * Decides on a posted response.
     *
     * @param posted the form's {@code SAMLResponse}
     * @param browser correlation token of the browser, if it has one
     * @throws LoginRefused when any check does not hold
     */
    public Accepted accept(@Nullable String posted, Optional<String> browser) {
        return parts().reader().accept(posted, browser.orElse(""));
    }

    /** Our signed metadata. */
    public byte[] metadata() {
        return parts().metadata().clone();
    }

    private Parts parts() {
        Parts ready = parts;
        return ready == null ? make() : ready;
    }

    private synchronized Parts make() {
        Parts ready = parts;
        if (ready == null) {
            ServiceIdentity us =
                    ServiceIdentity.at(site.getBaseUrl(), SamlKeyFolder.createIfAbsent(settings.keyFolder()));
            Providers providers = new Providers(settings.sources(), EntityCategories.ourServices(), background, clock);
            ready = new Parts(
                    us,
                    providers,
                    new ResponseReader(us, providers::find, settings.rights(), requests, clock),
                    new OwnMetadata(us, site.getMunicipality(), site.getMunicipalityUrl()).xml());
            parts = ready;
        }
        return ready;
    }

    /** An id as SAML wants it: no digit first, 160 random bits. */
    private String newId() {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return "_" + HexFormat.of().formatHex(bits);
    }

    /**
     * A provider to choose.
     *
     * @param entityId its name to machines
     * @param sv what it says of itself in Swedish
     * @param en what it says of itself in English
     * @param hasLogo whether its logo can be shown
     */
    public record Choice(String entityId, Words sv, Words en, boolean hasLogo) {}

    private record Parts(ServiceIdentity us, Providers providers, ResponseReader reader, byte[] metadata) {}
}
