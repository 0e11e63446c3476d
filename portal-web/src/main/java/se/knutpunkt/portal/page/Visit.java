package se.knutpunkt.portal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Represented;

/**
 * One request and its answer, as a page sees them. In pages it is {@code #{visit}}. Everything read from the request is
 * untrusted; what cannot be read ends in a {@link Refusal}, never in a fault.
 */
@Named
@RequestScoped
public class Visit {
    /** Longest form body in bytes that is read into memory: a form of long texts, no files. */
    static final long MAX_FORM_BYTES = 1_900_000;

    static final String LANGUAGE_COOKIE = "sprak";

    /** The hidden field of each form that says for whom it was shown. */
    private static final String ROLE = "_for";

    private static final int CONFLICT = HttpServletResponse.SC_CONFLICT;

    private @Nullable HttpServletRequest request;
    private @Nullable HttpServletResponse response;
    private @Nullable Language language;

    @Inject
    Tokens tokens;

    @Inject
    Visitor visitor;

    void begin(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    public HttpServletRequest request() {
        return Objects.requireNonNull(request, "outside a page");
    }

    public HttpServletResponse response() {
        return Objects.requireNonNull(response, "outside a page");
    }

    // ---- who and in which language

    /** Who is logged in, if anyone. */
    public Visitor visitor() {
        return visitor;
    }

    /** The time of day at which the login ends by itself; empty for nobody. */
    public String getUntil() {
        return visitor.login().map(l -> Dates.time(l.expires(), getLanguage())).orElse("");
    }

    public Language getLanguage() {
        if (language == null) {
            language = cookie(LANGUAGE_COOKIE).map(Language::of).orElse(Language.SWEDISH);
        }
        return language;
    }

    /** A text of the bundle in the visitor's language. */
    public String text(String key) {
        return Texts.text(getLanguage(), key);
    }

    public String text(String key, Object arg) {
        return Texts.text(getLanguage(), key, arg);
    }

    public String text(String key, Object first, Object second) {
        return Texts.text(getLanguage(), key, first, second);
    }

    // ---- what was asked

    /** The address asked for, without the query: what {@code aria-current} compares with. */
    public String getPath() {
        Object forwarded = request().getAttribute(jakarta.servlet.RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null ? request().getRequestURI() : forwarded.toString();
    }

    /** The path's parts after the servlet's own address; empty when there are none. */
    public List<String> segments() {
        String info = request().getPathInfo();
        return info == null
                ? List.of()
                : Arrays.stream(info.split("/")).filter(s -> !s.isEmpty()).toList();
    }

    /** One value of the query or the posted form; empty when it is absent. */
    public Optional<String> value(String name) {
        List<String> values = values().get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** All values by name, in the order of the form. */
    public Map<String, List<String>> values() {
        if (request().getContentLengthLong() > MAX_FORM_BYTES && !isMultipart()) {
            throw Refusal.tooLarge("form body");
        }
        // The server tells what is wrong with a multipart body only when its parts are asked for first.
        parts();
        try {
            Map<String, List<String>> values = new LinkedHashMap<>();
            request().getParameterMap().forEach((name, all) -> values.put(name, List.of(all)));
            return values;
        } catch (IllegalStateException tooLarge) {
            throw Refusal.tooLarge("form body");
        } catch (IllegalArgumentException malformed) {
            throw Refusal.badRequest("form encoding");
        }
    }

    /** The uploaded files of a multipart form with this field name; those left empty by the visitor are not there. */
    public List<Part> files(String name) {
        return parts().stream()
                .filter(p -> p.getName().equals(name) && p.getSubmittedFileName() != null)
                .filter(p -> p.getSize() > 0 || !p.getSubmittedFileName().isEmpty())
                .toList();
    }

    private Collection<Part> parts() {
        if (!isMultipart()) {
            return List.of();
        }
        try {
            return request().getParts();
        } catch (IllegalStateException tooLarge) {
            throw Refusal.tooLarge("multipart body");
        } catch (ServletException | IOException | IllegalArgumentException malformed) {
            throw Refusal.badRequest("multipart body");
        }
    }

    private boolean isMultipart() {
        String type = request().getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data");
    }

    Optional<String> cookie(String name) {
        Cookie[] cookies = request().getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    // ---- what is answered

    /** The token of a form that posts to {@code action}. */
    public String token(String action) {
        return tokens.issue(action, shownTo(visitor.loginKey(), getRole()));
    }

    boolean hasToken() {
        return hasTokenOf(visitor.loginKey());
    }

    /** Whether a request without a form carries the token of its own address, issued to this login in this role. */
    boolean hasToken(@Nullable String token) {
        return tokens.holds(token, request().getRequestURI(), shownTo(visitor.loginKey(), getRole()));
    }

    /** The login to which the posted form was shown, when that login has reached a limit since. */
    Optional<Login> lapsed() {
        return visitor.lapsed().filter(login -> hasTokenOf(Visitor.key(login)));
    }

    private boolean hasTokenOf(String login) {
        return tokens.holds(value("_token").orElse(null), request().getRequestURI(), shownTo(login, postedRole()));
    }

    private static String shownTo(String login, String role) {
        return role.isEmpty() ? login : login + "\n" + role;
    }

    // ---- for whom

    /** The key of whom this page is for: its forms carry it, so that they land on nobody else. Empty for oneself. */
    public String getRole() {
        return visitor.role();
    }

    /** The key of whom the posted form's page was for; the token is bound to it. */
    public String postedRole() {
        return value(ROLE).orElse("");
    }

    /** Whether a posted form was shown in the role that the person acts in now. */
    boolean isOfRole() {
        return postedRole().equals(getRole());
    }

    /** The name of whom the person acts for; empty for oneself. */
    public String getRepresentedName() {
        return visitor.represented().map(whom -> Role.name(whom, getLanguage())).orElse("");
    }

    /** What the band says of whom the person acts for; empty for oneself. */
    public String getActing() {
        return visitor.represented()
                .map(whom -> text("layout.acting", Role.full(whom, getLanguage())))
                .orElse("");
    }

    /**
     * Tells that what was asked for belongs to another role, and offers to change to it; where that is not possible any
     * more, that the role has ended.
     *
     * @param whom whom it is for; the reader for themself
     */
    public void showRole(PartyId whom) throws ServletException, IOException {
        if (visitor.party().filter(whom::equals).isPresent()) {
            show(CONFLICT, "page/role", RolePage.self(this, ""));
            return;
        }
        Optional<Represented> other =
                visitor.all().stream().filter(one -> one.party().equals(whom)).findFirst();
        if (other.isEmpty()) {
            showRoleEnded();
            return;
        }
        String key = visitor.keyOf(whom);
        show(CONFLICT, "page/role", RolePage.of(this, key, Role.name(other.get(), getLanguage()), ""));
    }

    /** Tells who posted a form in another role that it was not done, and what became of what was typed. */
    void showPostedRole(boolean kept) throws ServletException, IOException {
        String role = postedRole();
        String typed = text(kept ? "role.page.kept" : "role.page.not-done");
        if (role.isEmpty()) {
            show(CONFLICT, "page/role", RolePage.self(this, typed));
            return;
        }
        Optional<Represented> other = visitor.byKey(role);
        if (other.isEmpty()) {
            showRoleEnded();
            return;
        }
        show(CONFLICT, "page/role", RolePage.of(this, role, Role.name(other.get(), getLanguage()), typed));
    }

    /** Tells that the right to act for someone has ended, without saying why: that may be somebody else's secret. */
    public void showRoleEnded() throws ServletException, IOException {
        if (visitor.hasLostRole()) {
            visitor.leaveRole();
        }
        boolean posted = request().getMethod().equals("POST");
        show(HttpServletResponse.SC_FORBIDDEN, "page/role-ended", new RolePage.Ended(posted));
    }

    /**
     * Renders {@code /WEB-INF/pages/<view>.xhtml} with {@code model} as {@code #{page}}.
     *
     * @param model a public record or class; its accessors are what the view may read
     */
    public void show(String view, Object model) throws ServletException, IOException {
        show(200, view, model);
    }

    /** As {@link #show(String, Object)} with another status, for pages that tell of an error. */
    public void show(int status, String view, Object model) throws ServletException, IOException {
        HttpServletResponse out = response();
        out.setStatus(status);
        out.setContentType("text/html");
        out.setHeader("Cache-Control", "no-store");
        HttpServletRequest in = new ViewRequest(request());
        in.setAttribute("page", model);
        in.setAttribute("msg", Texts.bundle(getLanguage()));
        in.getRequestDispatcher("/WEB-INF/pages/" + view + ".xhtml").forward(in, out);
    }

    /** 303: the way every POST ends. {@code path} is local. */
    public void seeOther(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a local path");
        }
        response().setStatus(HttpServletResponse.SC_SEE_OTHER);
        response().setHeader("Location", path);
        response().setHeader("Cache-Control", "no-store");
    }
}
