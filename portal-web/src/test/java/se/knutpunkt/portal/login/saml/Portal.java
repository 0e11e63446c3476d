package se.knutpunkt.portal.login.saml;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.AssuranceUris;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.portal.login.LoginError;

/** A portal that has sent one request and waits for its response. */
final class Portal {
    static final String BASE = "https://portal.example";
    static final String ENTITY_ID = BASE + "/saml/metadata";
    static final String ACS = BASE + "/saml/acs";
    static final String PROVIDER_ID = "https://provider.example/metadata";
    static final String TRUSTED_BINDING = "http://id.swedenconnect.se/id-binding/process/swedish-eid";
    static final String REQUEST_ID = "_request1";
    static final String BROWSER = "browser-token";
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final MemoryRequests requests = new MemoryRequests();
    private ServiceIdentity us = TestKeys.US;
    private final List<PublicKey> keys;
    private IdentityRules.Tells tells = IdentityRules.Tells.ANYONE;
    private String assertionSigner = "";
    private ResponseReader.Checks checks = ResponseReader.Checks.ALL;

    Portal(PublicKey... providerKeys) {
        keys = providerKeys.length == 0
                ? List.of(TestKeys.PROVIDER.certificate().getPublicKey())
                : List.of(providerKeys);
        send(REQUEST_ID, NOW);
    }

    Portal whoseProviderTells(IdentityRules.Tells told) {
        tells = told;
        return this;
    }

    /** With other keys of its own. */
    Portal with(ServiceIdentity identity) {
        us = identity;
        return this;
    }

    /** Lets a provider sign the assertion alone. */
    Portal takingSignedAssertionsOf(String entityId) {
        assertionSigner = entityId;
        return this;
    }

    /** Leaves the check with this error out. */
    Portal without(LoginError error) {
        checks = new ResponseReader.Checks(
                ResponseChecks.ALL.stream().filter(c -> c.error() != error).toList(),
                AssertionChecks.ALL.stream().filter(c -> c.error() != error).toList());
        return this;
    }

    void send(String id, Instant sent) {
        requests.remember(
                new LoginRequest(
                        id, PROVIDER_ID, "/mina-sidor", Set.of(Answer.LOA3), true, sent, sent.plusSeconds(900)),
                BROWSER);
    }

    /** What comes of a response with one thing changed. */
    Accepted accept(Consumer<Answer> change) {
        return post(TestProvider.xml(change));
    }

    Accepted post(String xml) {
        return reader().accept(encode(xml), BROWSER);
    }

    ResponseReader reader() {
        Provider provider = new Provider(
                PROVIDER_ID,
                new Provider.Shown(new Words("Provider", "", ""), new Words("Provider", "", ""), Optional.empty()),
                Optional.of("https://provider.example/sso"),
                Optional.empty(),
                keys,
                Set.of(),
                Set.of(),
                Instant.MAX);
        return new ResponseReader(
                us,
                id -> id.equals(PROVIDER_ID) ? Optional.of(provider) : Optional.empty(),
                identities(),
                requests,
                Clock.fixed(NOW, ZoneOffset.UTC),
                checks);
    }

    private IdentityRules identities() {
        return new IdentityRules() {
            @Override
            public Tells tells(String provider) {
                return tells;
            }

            @Override
            public boolean maySignAssertionAlone(String provider) {
                return provider.equals(assertionSigner);
            }

            @Override
            public Set<StaffRole> roles(String provider, Map<String, Set<String>> attributes) {
                return attributes.getOrDefault(Attributes.ROLE, Set.of()).contains("registrator")
                        ? Set.of(StaffRole.REGISTRAR)
                        : Set.of();
            }

            @Override
            public boolean trustsBinding(String uri) {
                return uri.equals(TRUSTED_BINDING);
            }

            @Override
            public Optional<AssuranceLevel> level(String provider, String context) {
                return AssuranceUris.level(context);
            }
        };
    }

    LoginError refusal(Consumer<Answer> change) {
        return refusalOf(TestProvider.xml(change));
    }

    LoginError refusalOf(String xml) {
        return refusalOfPosted(encode(xml));
    }

    LoginError refusalOfPosted(String posted) {
        return Refusals.of(() -> reader().accept(posted, BROWSER));
    }

    static String encode(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
