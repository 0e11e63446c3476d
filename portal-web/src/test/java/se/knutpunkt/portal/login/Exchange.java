package se.knutpunkt.portal.login;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.portal.page.GateFilter;
import se.knutpunkt.portal.page.PageServlet;

/** A request to a page and what is answered, without a container. */
final class Exchange {
    final Map<String, String> headers = new HashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    final StringWriter body = new StringWriter();
    int status = 200;
    String view = "";

    /** What was read of the request's form or query. */
    boolean looked;

    private final String method;
    private final Map<String, String[]> values = new LinkedHashMap<>();
    private final List<Cookie> sent = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>(Map.of(GateFilter.REQUEST_ID, "0123456789abcdef"));
    private String address = "203.0.113.7";
    private long length = 100;

    private Exchange(String method) {
        this.method = method;
    }

    static Exchange get() {
        return new Exchange("GET");
    }

    static Exchange post() {
        return new Exchange("POST");
    }

    Exchange with(String name, String value) {
        values.put(name, new String[] {value});
        return this;
    }

    Exchange cookie(String name, String value) {
        sent.add(new Cookie(name, value));
        return this;
    }

    Exchange from(String sender) {
        address = sender;
        return this;
    }

    /** The length that the request tells of its body; -1 when it tells none. */
    Exchange length(long bytes) {
        length = bytes;
        return this;
    }

    /** Lets the page answer. */
    Exchange at(PageServlet page) {
        try {
            page.service(request(), response());
        } catch (ServletException | IOException failed) {
            throw new AssertionError(failed);
        }
        return this;
    }

    String location() {
        return headers.getOrDefault("Location", "");
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, asked, given) -> switch (asked.getName()) {
            case "getMethod" -> method;
            case "getRequestURI", "getServletPath" -> "/page";
            case "getParameterMap" -> look();
            case "getParameter" -> look().containsKey(given[0]) ? values.get(given[0])[0] : null;
            case "getCookies" -> sent.toArray(Cookie[]::new);
            case "getRemoteAddr" -> address;
            case "getHeaders" -> Collections.emptyEnumeration();
            case "getContentLengthLong" -> length;
            case "getContentType" -> "application/x-www-form-urlencoded";
            case "getAttribute" -> attributes.get(given[0]);
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            case "getRequestDispatcher" -> dispatcher((String) given[0]);
            default -> nothing(asked.getReturnType());
        });
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, asked, given) -> {
            switch (asked.getName()) {
                case "setStatus", "sendError" -> status = (int) given[0];
                case "setHeader" -> headers.put((String) given[0], (String) given[1]);
                case "addCookie" -> cookies.add((Cookie) given[0]);
                case "getWriter" -> {
                    return new PrintWriter(body, true);
                }
                default -> {
                    return nothing(asked.getReturnType());
                }
            }
            return null;
        });
    }

    private Map<String, String[]> look() {
        looked = true;
        return values;
    }

    private RequestDispatcher dispatcher(String page) {
        return fake(RequestDispatcher.class, (proxy, asked, given) -> {
            view = page;
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }

    /** What the view shows. */
    Object page() {
        return Objects.requireNonNull(attributes.get("page"));
    }
}
