package se.knutpunkt.hub.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How mail is sent; read when the application starts, so that a bad value stops it there. */
@ApplicationScoped
public class MailSettings {

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_SMTP_URL")
    Optional<String> smtp;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_MAIL_FROM")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_BASE_URL", defaultValue = "http://localhost:8080")
    String baseUrl;

    private @Nullable SmtpServer server;

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (smtp.isPresent() && from.isEmpty()) {
            throw new IllegalArgumentException("KNUTPUNKT_SMTP_URL is set, but not KNUTPUNKT_MAIL_FROM");
        }
        server = smtp.map(SmtpServer::parse).orElse(null);
    }

    /** The mail server; empty when none is configured and notices are only noted in the log. */
    Optional<SmtpServer> server() {
        return Optional.ofNullable(server);
    }

    /** The sender's address; there is one when there is a server. */
    String sender() {
        return from.orElseThrow();
    }

    /** Where Mina sidor is. */
    String myPages() {
        return baseUrl + "/mina-sidor";
    }
}
