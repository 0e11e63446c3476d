package se.knutpunkt.server;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Reads all that one user can reach by following links and by searching with forms that change nothing, from where it is
 * told to begin; and tells what it read. It neither logs out nor changes the language.
 */
final class Crawler {
    /** Where a login would end or begin, and what changes the browser's language. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("/(logga-ut|logga-in|utloggad|sprak|saml|demo-eid|inloggning)(/.*)?");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FormBrowser browser;
    private final URI portal;
    private final BiConsumer<URI, String> reader;
    private final Deque<URI> waiting = new ArrayDeque<>();
    private final Set<URI> known = new HashSet<>();
    private Predicate<String> followed = path -> true;
    private int read;

    /** @param reader gets each address with all that was sent from there: status, headers and text */
    Crawler(FormBrowser browser, URI portal, BiConsumer<URI, String> reader) {
        this.browser = browser;
        this.portal = portal;
        this.reader = reader;
    }

    /** How many answers were read. */
    int read() {
        return read;
    }

    /**
     * Reads from these paths on, until there is nothing new.
     *
     * @throws AssertionError when there seems to be no end
     */
    void readAll(Collection<String> paths, int most) {
        readAll(paths, path -> true, most);
    }

    /** The same, of those paths alone. */
    void readAll(Collection<String> paths, Predicate<String> followed, int most) {
        this.followed = followed;
        paths.forEach(path -> queue(portal.resolve(path)));
        while (!waiting.isEmpty()) {
            if (read > most) {
                throw new AssertionError("more than " + most + " pages, next " + waiting.peek());
            }
            read(waiting.remove());
        }
    }

    /** Reads one address, and what it leads to is not followed; its status. */
    int readOnly(String path) {
        HttpResponse<byte[]> answer = ask(portal.resolve(path));
        reader.accept(portal.resolve(path), text(answer));
        return answer.statusCode();
    }

    private void read(URI address) {
        HttpResponse<byte[]> answer = ask(address);
        read++;
        String text = text(answer);
        reader.accept(address, text);
        answer.headers().firstValue("Location").ifPresent(to -> queue(address.resolve(to)));
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            follow(Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), address.toString()));
        }
    }

    private void follow(Document page) {
        for (Element element : page.select("a[href], area[href], link[href]")) {
            queue(element.absUrl("href"));
        }
        for (Element element : page.select("img[src], iframe[src], source[src], script[src]")) {
            queue(element.absUrl("src"));
        }
        for (Element element : page.select("form")) {
            if (element instanceof FormElement form && !form.attr("method").equalsIgnoreCase("post")) {
                String query = form.formData().stream()
                        .map(pair -> encoded(pair.key()) + "=" + encoded(pair.value()))
                        .collect(Collectors.joining("&"));
                queue(form.absUrl("action").split("\\?")[0] + "?" + query);
            }
        }
    }

    private void queue(String address) {
        try {
            queue(URI.create(address));
        } catch (IllegalArgumentException malformed) {
            throw new AssertionError("a link that is no address: " + address, malformed);
        }
    }

    private void queue(URI address) {
        if (!portal.getAuthority().equals(address.getAuthority())
                || LEFT_OUT.matcher(address.getPath()).matches()
                || !followed.test(address.getPath())) {
            return;
        }
        URI whole = URI.create(address.toString().split("#", 2)[0]);
        if (known.add(whole)) {
            waiting.add(whole);
        }
    }

    private HttpResponse<byte[]> ask(URI address) {
        try {
            HttpRequest request = browser.request(address.toString());
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new AssertionError("no answer from " + address.getPath(), broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        String headers = answer.headers().map().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return answer.statusCode() + "\n" + headers + "\n\n" + body(answer);
    }

    private static String body(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/pdf")) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (PdfReader pdf = new PdfReader(answer.body())) {
            PdfTextExtractor pages = new PdfTextExtractor(pdf);
            StringBuilder text = new StringBuilder(pdf.getInfo().toString());
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                text.append('\n').append(pages.getTextFromPage(page));
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new AssertionError("a PDF that can't be read", unreadable);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
