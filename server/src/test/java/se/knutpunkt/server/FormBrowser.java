package se.knutpunkt.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A browser without a screen and without JavaScript: keeps cookies, follows redirects, posts forms. For what no page
 * shows, such as a forged message, and for what must not carry the weight of a real browser.
 */
public final class FormBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI portal;

    /** A new browser whose addresses are meant from this one. */
    public FormBrowser(URI portal) {
        this.portal = portal;
    }

    /** What stood at the end of the redirects. */
    public record Answer(int status, URI address, HttpHeaders headers, Document page) {
        /** The first form that matches the CSS selector. */
        public FormElement form(String selector) {
            FormElement form = (FormElement) page.selectFirst("form" + selector);
            if (form == null) {
                throw new AssertionError("no form" + selector + " at " + address + ": " + page.text());
            }
            return form;
        }
    }

    /** The name and value of each cookie that it holds. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Asks for a path of the portal, or for an absolute address. */
    public Answer open(String address) {
        return follow(HttpRequest.newBuilder(portal.resolve(address)));
    }

    /** Posts a form as it stands, but for the values given. */
    public Answer submit(FormElement form, Map<String, String> values) {
        Map<String, String> data = new LinkedHashMap<>();
        for (Connection.KeyVal pair : form.formData()) {
            data.put(pair.key(), pair.value());
        }
        data.putAll(values);
        String action = form.hasAttr("action") ? form.absUrl("action") : form.baseUri();
        return post(action, data);
    }

    /** Presses the button whose text begins so in the page of an answer; its form is posted as it stands, but for the values. */
    public Answer press(Answer answer, String button, Map<String, String> values) {
        Element pressed = answer.page().select("form button").stream()
                .filter(one -> one.text().startsWith(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " at " + answer.address() + ": "
                        + answer.page().text()));
        Map<String, String> all = new LinkedHashMap<>(values);
        if (pressed.hasAttr("name")) {
            all.put(pressed.attr("name"), pressed.attr("value"));
        }
        return submit((FormElement) pressed.closest("form"), all);
    }

    /** Posts values to an address. */
    public Answer post(String address, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        URI target = portal.resolve(address);
        return follow(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", target.getScheme() + "://" + target.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Logs in with the demo e-ID as somebody its page lists, and ends at the page that was asked for. */
    public Answer logIn(String path, String person) {
        Answer choice = open(path);
        Answer response = submit(choice.form("[action=sso]"), Map.of("person", person));
        return submit(response.form("[action$=/saml/acs]"), Map.of());
    }

    /** One request with the cookies, without following anything; the caller reads the bytes. */
    public HttpRequest request(String path) {
        return withCookies(HttpRequest.newBuilder(portal.resolve(path))).build();
    }

    private Answer follow(HttpRequest.Builder first) {
        HttpRequest.Builder next = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response =
                    send(withCookies(next).timeout(PATIENCE).build());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            String location = response.headers().firstValue("Location").orElse(null);
            if (location == null || response.statusCode() / 100 != 3) {
                return new Answer(
                        response.statusCode(),
                        response.uri(),
                        response.headers(),
                        Jsoup.parse(response.body(), response.uri().toString()));
            }
            next = HttpRequest.newBuilder(response.uri().resolve(location));
        }
        throw new AssertionError("too many redirects");
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        return cookies.isEmpty()
                ? request
                : request.setHeader(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError("no answer", broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
