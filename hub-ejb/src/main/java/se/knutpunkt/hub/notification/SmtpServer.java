package se.knutpunkt.hub.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of the operator, read from an address such as {@code smtps://user:password@mail.example:465}.
 *
 * @param tls {@code smtps}: TLS from the first byte; {@code smtp}: STARTTLS is required unless the host is this machine
 * @param user null when the server asks for no login
 */
record SmtpServer(
        boolean tls,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    private static final String MILLISECONDS = "10000";

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException when it is not an address of a mail server; the text never repeats the password
     */
    static SmtpServer parse(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("KNUTPUNKT_SMTP_URL is not an address");
        }
        boolean tls = "smtps".equals(uri.getScheme());
        if (!tls && !"smtp".equals(uri.getScheme())) {
            throw new IllegalArgumentException("KNUTPUNKT_SMTP_URL starts with smtp:// or smtps://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("KNUTPUNKT_SMTP_URL names no host");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
        String login = uri.getRawUserInfo();
        if (login == null) {
            return new SmtpServer(tls, uri.getHost(), port, null, null);
        }
        int colon = login.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("KNUTPUNKT_SMTP_URL names a user without a password");
        }
        return new SmtpServer(
                tls, uri.getHost(), port, decoded(login.substring(0, colon)), decoded(login.substring(colon + 1)));
    }

    /** The settings as jakarta.mail wants them. */
    Properties session() {
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", protocol());
        String prefix = "mail." + protocol() + ".";
        settings.setProperty(prefix + "connectiontimeout", MILLISECONDS);
        settings.setProperty(prefix + "timeout", MILLISECONDS);
        settings.setProperty(prefix + "writetimeout", MILLISECONDS);
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (!tls && !isThisMachine()) {
            settings.setProperty(prefix + "starttls.enable", "true");
            settings.setProperty(prefix + "starttls.required", "true");
        }
        return settings;
    }

    String protocol() {
        return tls ? "smtps" : "smtp";
    }

    private boolean isThisMachine() {
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return protocol() + "://" + host + ":" + port;
    }
}
