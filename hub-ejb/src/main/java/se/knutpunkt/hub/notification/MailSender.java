package se.knutpunkt.hub.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;

/** Hands one mail to the operator's mail server. */
final class MailSender {

    private final SmtpServer server;
    private final String from;

    MailSender(SmtpServer server, String from) {
        this.server = server;
        this.from = from;
    }

    /**
     * Sends the notice.
     *
     * @throws MessagingException when the server cannot be reached or does not take it
     */
    void send(String to, MailNotice notice) throws MessagingException {
        Session session = Session.getInstance(server.session());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        message.setText(notice.text(), StandardCharsets.UTF_8.name());
        // RFC 3834: keeps holiday answers from coming back
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        try (Transport transport = session.getTransport(server.protocol())) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
