package se.knutpunkt.hub.event;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;

/** The SHA-256 over all that an event says: equal for a repetition, different for anything else. */
final class EventContent {

    private static final int CONFIDENTIALITY = -2;
    private static final int WITHHELD = -3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    private EventContent() {}

    /** Of the content without the event's own id, in hexadecimal digits. */
    static String sha256(IncomingEvent event) {
        try {
            EventContent content = new EventContent();
            content.put(event);
            return HexFormat.of().formatHex(digest(content.bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }

    private void put(IncomingEvent event) throws IOException {
        text(event.matter().caseType());
        text(event.matter().caseNumber());
        text(event.matter().mainCaseNumber());
        text(event.wording().language());
        text(event.wording().headline());
        text(event.wording().description());
        text(event.wording().neutralSummary());
        number(event.subjects().party());
        number(event.subjects().concerns());
        text(event.status().type());
        data.writeBoolean(event.status().needsAction());
        data.writeBoolean(event.status().done());
        data.writeBoolean(event.status().diaryEvent());
        data.writeBoolean(event.status().shownToCitizen());
        text(event.occurredAt().toString());
        text(event.references().link());
        text(event.references().information());
        data.writeInt(event.references().tags().size());
        for (String tag : event.references().tags()) {
            text(tag);
        }
        data.writeInt(event.attachments().size());
        for (IncomingAttachment attachment : event.attachments()) {
            attachment(attachment);
        }
        if (event.replaces() != null) {
            // nothing at all without it: what came before there were replacements has kept its hash
            text(event.replaces().externalId());
            text(event.replaces().kind().name());
            text(event.replaces().decidedAt().toString());
        }
        if (!event.confidentiality().isNone()) {
            // likewise; begun with what no length of a text is, so that it can't be read as a replacement
            data.writeInt(CONFIDENTIALITY);
            confidentiality(event.confidentiality());
        }
        if (event.attachments().stream().anyMatch(attachment -> attachment.withheld() != null)) {
            data.writeInt(WITHHELD);
            for (IncomingAttachment attachment : event.attachments()) {
                withheld(attachment.withheld());
            }
        }
    }

    private void withheld(@Nullable Withheld withheld) throws IOException {
        data.writeBoolean(withheld != null);
        if (withheld != null) {
            text(withheld.provision());
            text(withheld.reason());
            text(withheld.told());
        }
    }

    private void confidentiality(Confidentiality confidentiality) throws IOException {
        data.writeBoolean(confidentiality.keptFromGuardian());
        data.writeBoolean(confidentiality.keepsReporter());
        data.writeBoolean(confidentiality.partyOnly());
        Marking marking = confidentiality.marking();
        if (marking != null) {
            text(marking.provision());
            text(marking.date().toString());
            text(marking.authority());
        }
    }

    private void attachment(IncomingAttachment attachment) throws IOException {
        text(attachment.name());
        if (attachment instanceof IncomingAttachment.Inline inline) {
            text(inline.mediaType());
            data.write(digest(inline.content()));
        } else if (attachment instanceof IncomingAttachment.Announced announced) {
            text(announced.mediaType());
            text(announced.sha256());
        } else if (attachment instanceof IncomingAttachment.Stored stored) {
            text(stored.file().value());
        }
    }

    private void number(@Nullable IdentityNumber number) throws IOException {
        text(number == null ? null : number.kind() + ":" + number.value());
    }

    /** With its length in front, so that no two contents give the same bytes. */
    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            data.writeInt(-1);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(encoded.length);
        data.write(encoded);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
