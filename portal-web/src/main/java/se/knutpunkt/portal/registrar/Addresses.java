package se.knutpunkt.portal.registrar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes texts into addresses. */
final class Addresses {

    private Addresses() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
