package se.knutpunkt.hub.notification;

import jakarta.mail.MessagingException;
import java.io.Serial;

/** The mail server was not reached or did not take the notice; tried again later. */
final class NoticeNotSent extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Leaves the cause out: its text may repeat the receiver's address, and this ends in the log. */
    NoticeNotSent(SmtpServer server, MessagingException failed) {
        super("mail server " + server + " did not take a notice: "
                + failed.getClass().getSimpleName());
    }
}
