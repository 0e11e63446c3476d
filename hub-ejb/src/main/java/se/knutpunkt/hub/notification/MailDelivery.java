package se.knutpunkt.hub.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import se.knutpunkt.hub.outbox.OutboxHandler;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.hub.party.PartyId;

/** Sends the notices of the outbox by e-mail to those who asked for it. */
@ApplicationScoped
public class MailDelivery implements OutboxHandler {

    private static final Logger LOG = System.getLogger(MailDelivery.class.getName());

    @Inject
    ContactLookup contacts;

    @Inject
    MailSettings settings;

    @Override
    public String kind() {
        return OutboxNotifications.KIND;
    }

    @Override
    public void run(String key) {
        PartyId party = OutboxNotifications.partyOf(key);
        ContactSettings contact = contacts.of(party);
        if (!contact.notifyByEmail() || contact.email() == null) {
            return;
        }
        Optional<SmtpServer> server = settings.server();
        if (server.isEmpty()) {
            LOG.log(Level.INFO, "notice to party {0} not sent: KNUTPUNKT_SMTP_URL is not configured", party.value());
            return;
        }
        MailNotice notice = MailNotice.in(contact.language(), settings.myPages());
        try {
            new MailSender(server.get(), settings.sender()).send(contact.email(), notice);
        } catch (AddressException wrongAddress) {
            // trying again cannot help, and the exception's text repeats the address
            LOG.log(Level.WARNING, "notice to party {0} not sent: not an e-mail address", party.value());
        } catch (MessagingException failed) {
            throw new NoticeNotSent(server.get(), failed);
        }
    }
}
