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
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.hub.login.LoginRequests;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;
import se.knutpunkt.portal.page.Levels;
import se.knutpunkt.portal.page.Site;

/** The service provider: what the rest of the portal may ask of SAML. Everything in it is made at first use. */
@ApplicationScoped
public class ServiceProvider {
    /** How long a person may take at the provider. */
    private static final Duration REQUEST_LIFETIME = Duration.ofMinutes(15);

    private static final int ID_BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    @Inject
    SamlSettings settings;

    @Inject
    ConfiguredIdentities identities;

    @Inject
    ServiceSettings service;

    @Inject
    Site site;

    @Inject
    Levels levels;

    @Inject
    LoginRequests requests;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService background;

    private volatile @Nullable Parts parts;

    /** The providers a person can choose among for something; empty when none is known right now that is strong enough. */
    public List<Choice> choices(AssuranceLevel need) {
        return parts().providers().offered().stream()
                .filter(one -> !asked(one, need).isEmpty())
                .map(this::choice)
                .toList();
    }

    /** Those of them that tell staff. */
    public List<Choice> staffProviders() {
        return parts().providers().offered().stream()
                .filter(one -> identities.tells(one.entityId()) != IdentityRules.Tells.CITIZENS)
                .map(this::choice)
                .toList();
    }

    private Choice choice(Provider one) {
        return new Choice(
                one.entityId(),
                one.shown().sv(),
                one.shown().en(),
                one.shown().logo().isPresent(),
                identities.tells(one.entityId()) == IdentityRules.Tells.STAFF);
    }

    /** Levels to ask a provider for; a provider of staff knows no Swedish levels unless the operator says so. */
    private Set<String> asked(Provider one, AssuranceLevel need) {
        Set<String> ofStaff = settings.staffLevels();
        return identities.tells(one.entityId()) == IdentityRules.Tells.STAFF && !ofStaff.isEmpty()
                ? ofStaff
                : one.gives(levels.asked(need));
    }

    /** Whether any provider can be chosen, strong enough or not. */
    public boolean hasProviders() {
        return !parts().providers().offered().isEmpty();
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
     * @param errand what for
     * @param browser correlation token of the browser, in its cookie
     * @throws LoginRefused when the provider is not known, or not strong enough
     */
    public Outgoing start(String entityId, Errand errand, String browser) {
        Parts ready = parts();
        Provider provider =
                ready.providers().find(entityId).orElseThrow(() -> new LoginRefused(LoginError.NO_PROVIDER));
        Set<String> asked = asked(provider, errand.need());
        if (asked.isEmpty()) {
            throw new LoginRefused(LoginError.NO_STRONG_PROVIDER);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // proving anew who one is keeps the next person at a shared computer out
        LoginRequest request =
                new LoginRequest(newId(), entityId, errand.returnPath(), asked, true, now, now.plus(REQUEST_LIFETIME));
        requests.remember(request, browser);
        return AuthnRequests.write(request, errand.message(), provider, us(ready));
    }

    /**
     * Decides on a posted response.
     *
     * @param posted the form's {@code SAMLResponse}
     * @param browser correlation token of the browser, if it has one
     * @throws LoginRefused when any check does not hold
     */
    public Accepted accept(@Nullable String posted, Optional<String> browser) {
        Parts ready = parts();
        return new ResponseReader(us(ready), ready.providers()::find, identities, requests, clock)
                .accept(posted, browser.orElse(""));
    }

    /** Our signed metadata. */
    public byte[] metadata() {
        Parts ready = parts();
        return ready.metadata().xml(us(ready));
    }

    /** Asked anew each time: a roll-over of the keys takes effect without a restart. */
    private ServiceIdentity us(Parts ready) {
        return ServiceIdentity.at(site.getBaseUrl(), ready.keys().now());
    }

    private Parts parts() {
        Parts ready = parts;
        return ready == null ? make() : ready;
    }

    private synchronized Parts make() {
        Parts ready = parts;
        if (ready == null) {
            ready = new Parts(
                    SamlKeyFolder.createIfAbsent(settings.keyFolder(), clock),
                    new Providers(settings.sources(), EntityCategories.ourServices(), background, clock),
                    new PublishedMetadata(service.describe(), clock));
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
     * @param ofStaff whether it is the municipality's own, for its staff alone
     */
    public record Choice(String entityId, Words sv, Words en, boolean hasLogo, boolean ofStaff) {}

    private record Parts(SamlKeyFolder keys, Providers providers, PublishedMetadata metadata) {}
}
