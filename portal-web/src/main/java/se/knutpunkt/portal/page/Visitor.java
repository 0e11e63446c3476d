package se.knutpunkt.portal.page;

import jakarta.enterprise.context.RequestScoped;

/** Who is at the page: nobody known, a citizen, or staff; never two at once. */
@RequestScoped
public class Visitor {
    /** The cookie that holds the login's token; the login itself is a row. */
    public static final String COOKIE = "__Host-knutpunkt";

    public boolean isLoggedIn() {
        return false;
    }

    /** What form tokens are bound to: the login, or nothing for an anonymous visitor. */
    String loginKey() {
        return "";
    }
}
