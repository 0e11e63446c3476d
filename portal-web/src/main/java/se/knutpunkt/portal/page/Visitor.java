package se.knutpunkt.portal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Representations;
import se.knutpunkt.hub.representation.Represented;

/**
 * Who is at the page: nobody known, a citizen, or staff; never two at once. In pages {@code #{visitor}}. The login is
 * looked up once a request, and only when a page asks.
 */
@Named
@RequestScoped
public class Visitor {
    /** The cookie that holds the login's token; the login itself is a row. */
    public static final String COOKIE = "__Host-knutpunkt";

    @Inject
    Logins logins;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @Inject
    Levels levels;

    @Inject
    Representations representations;

    @Inject
    RoleKeys keys;

    private @Nullable Optional<Login> login;
    private @Nullable Optional<Represented> represented;

    /** The living login of this request. */
    public Optional<Login> login() {
        if (login == null) {
            login = token().flatMap(logins::find);
        }
        return login;
    }

    /** The login of this browser when it has reached a limit lately; empty while it lives. */
    Optional<Login> lapsed() {
        return login().isPresent() ? Optional.empty() : token().flatMap(logins::lapsed);
    }

    /** The token in the login cookie, living or not. */
    public Optional<String> token() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    public boolean isLoggedIn() {
        return login().isPresent();
    }

    public boolean isCitizen() {
        return party().isPresent();
    }

    public boolean isStaff() {
        return login().flatMap(Login::staff).isPresent();
    }

    public boolean isRegistrar() {
        return has(StaffRole.REGISTRAR);
    }

    public boolean isEditor() {
        return has(StaffRole.EDITOR);
    }

    public boolean isAdministrator() {
        return has(StaffRole.ADMINISTRATOR);
    }

    public boolean isSystemManager() {
        return has(StaffRole.SYSTEM_MANAGER);
    }

    public boolean isPolicyKeeper() {
        return has(StaffRole.POLICY_KEEPER);
    }

    /** Whether it is somebody whose work may be to look people up; the page asks for a ground too. */
    public boolean isLookingUp() {
        return has(StaffRole.CONTACT_CENTRE)
                || has(StaffRole.HANDLER)
                || has(StaffRole.REGISTRAR)
                || has(StaffRole.AUDITOR);
    }

    /** The name shown in the page's head; empty for nobody. */
    public String getName() {
        return login().map(Login::name).orElse("");
    }

    /** Seconds until the login ends by itself if nothing more is done; 0 for nobody. */
    public long getSecondsLeft() {
        return login().map(l -> l.secondsLeft(clock.instant())).orElse(0L);
    }

    /** The citizen, if it is one. */
    public Optional<PartyId> party() {
        return login().flatMap(Login::party);
    }

    // ---- acting for someone else

    /**
     * Whom the citizen acts for, asked of the register of relations once in this request; empty for oneself, and when the
     * right to it has ended.
     */
    public Optional<Represented> represented() {
        if (represented == null) {
            represented = login().flatMap(known -> known.party()
                    .flatMap(reader -> Optional.ofNullable(known.actingFor())
                            .flatMap(whom -> representations.find(reader, whom))));
        }
        return represented;
    }

    public boolean isActing() {
        return represented().isPresent();
    }

    /** Whether the login says that it acts for someone for whom it may not act any more. */
    boolean hasLostRole() {
        return login().filter(known -> known.actingFor() != null).isPresent()
                && represented().isEmpty();
    }

    /** The login acts for nobody else from now on. */
    void leaveRole() {
        token().ifPresent(token -> logins.actFor(token, null));
    }

    /** The key of whom the citizen acts for; empty for oneself and for nobody. */
    String role() {
        return party().flatMap(reader -> represented().map(whom -> keys.key(reader, whom.party())))
                .orElse("");
    }

    /** The key of someone for this citizen. */
    String keyOf(PartyId whom) {
        return party().map(reader -> keys.key(reader, whom)).orElse("");
    }

    /** Those whom the citizen may act for now. */
    public List<Represented> all() {
        return party().map(representations::of).orElse(List.of());
    }

    /** One of {@link #all} by key. */
    public Optional<Represented> byKey(String key) {
        return party().flatMap(reader -> all().stream()
                .filter(one -> keys.key(reader, one.party()).equals(key))
                .findFirst());
    }

    /** The citizen, known as surely as Mina sidor needs; anyone else is sent to log in. */
    public PartyId requireCitizen() {
        return requireCitizen(levels.usual());
    }

    /** The citizen, known as surely as that; anyone else is sent to log in. */
    public PartyId requireCitizen(AssuranceLevel need) {
        if (login().isPresent() && party().isEmpty()) {
            throw Refusal.forbidden("staff on a citizen's page");
        }
        PartyId citizen = party().orElseThrow(() -> need == levels.usual() ? new LoginNeeded() : LoginNeeded.at(need));
        if (!isKnownAt(need)) {
            throw LoginNeeded.stronger(need);
        }
        return citizen;
    }

    /** Whether there is a login at that level or a higher one. */
    public boolean isKnownAt(AssuranceLevel need) {
        return login().filter(known -> known.level().reaches(need)).isPresent();
    }

    /** The login of a staff member with the role; nobody known surely enough is sent to log in, anyone else refused. */
    public Login requireStaff(StaffRole role) {
        Login known = login().orElseThrow(LoginNeeded::new);
        if (!known.has(role)) {
            throw Refusal.forbidden("role " + role);
        }
        return surely(known);
    }

    /** The login of a staff member of any role; others as for one of a role. */
    public Login requireStaff() {
        Login known = login().orElseThrow(LoginNeeded::new);
        if (known.staff().isEmpty()) {
            throw Refusal.forbidden("no staff");
        }
        return surely(known);
    }

    private Login surely(Login known) {
        if (!isKnownAt(levels.usual())) {
            throw LoginNeeded.stronger(levels.usual());
        }
        return known;
    }

    private boolean has(StaffRole role) {
        return login().map(l -> l.has(role)).orElse(false);
    }

    /** What form tokens are bound to: the login, or nothing for an anonymous visitor. */
    String loginKey() {
        return login().map(Visitor::key).orElse("");
    }

    static String key(Login login) {
        return Long.toString(login.id());
    }
}
