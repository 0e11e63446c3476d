package se.knutpunkt.portal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The headers of a file that is fetched: always saved, never shown as a page of ours, kept by no cache. */
public final class Download {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-zA-Z0-9.+-]{1,80}/[a-zA-Z0-9.+-]{1,80}");

    private Download() {}

    /** Sets them all. */
    public static void prepare(HttpServletResponse response, String name, String mediaType, long bytes) {
        response.setContentType(MEDIA_TYPE.matcher(mediaType).matches() ? mediaType : "application/octet-stream");
        response.setContentLengthLong(bytes);
        response.setHeader("Content-Disposition", disposition(name));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "private, no-store");
    }

    /** The name in ASCII for old readers, and in full by RFC 8187. */
    static String disposition(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + full;
    }
}
