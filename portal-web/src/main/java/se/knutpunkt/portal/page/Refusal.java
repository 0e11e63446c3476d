package se.knutpunkt.portal.page;

/**
 * The request ends here with a 4xx page; nothing was done. Thrown by a page, shown by {@link PageServlet} as the error
 * page of its status ({@code error.<status>.title} and {@code .text}).
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    private Refusal(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    /** 400: what was sent cannot be read. */
    public static Refusal badRequest(String why) {
        return new Refusal(400, why);
    }

    /** 403: read, but not allowed to this visitor. */
    public static Refusal forbidden(String why) {
        return new Refusal(403, why);
    }

    /** 404: not there, or not to be known by this visitor. */
    public static Refusal notFound() {
        return new Refusal(404, "not found");
    }

    /** 405: the page has no such action. */
    public static Refusal methodNotAllowed() {
        return new Refusal(405, "method not allowed");
    }

    /** 413: larger than what is received here. */
    public static Refusal tooLarge(String why) {
        return new Refusal(413, why);
    }

    /** 415: a content type that is not received here. */
    public static Refusal unsupportedType(String why) {
        return new Refusal(415, why);
    }

    public int status() {
        return status;
    }
}
