package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.document.Envelope;
import se.knutpunkt.eforms.document.SubmissionDocument;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.shape.FileRef;
import se.knutpunkt.eforms.submission.SentForm;
import se.knutpunkt.eforms.submission.SentForms;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.delivery.Message;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.AssuranceLevel;

/** Composes the document of a hand-over anew each time it is sent; it is stored nowhere. */
@ApplicationScoped
class HandoverDocument {

    @Inject
    HandoverSettings settings;

    @EJB
    SentForms sentForms;

    @EJB
    Files files;

    @EJB
    AccessLog log;

    /** The message; what leaves is noted in the access log before it is sent. */
    Message of(Handover handover) {
        SentForm sent = sentForms.get(handover.submission());
        SubmissionDocument document = new SubmissionDocument(
                sent.form(),
                new Envelope(
                        handover.id(),
                        sent.caseNumber(),
                        sent.caseType(),
                        handover.authority(),
                        sent.received(),
                        new Envelope.Applicant(
                                sent.kind(),
                                sent.number(),
                                sent.name(),
                                AssuranceLevel.of(handover.senderLevel() == null ? "" : handover.senderLevel())
                                        .orElse(null),
                                behalf(sent))),
                sent.answers(),
                value -> file(handover, value),
                settings.schemaAddress(sent.form()));
        log.note(new Look(
                "source:" + handover.source(),
                "SYSTEM",
                "HANDOVER",
                "case:" + sent.casePublicId(),
                sent.caseParty(),
                "handover-rule"));
        byte[] body = handover.format() == Format.JSON ? document.json() : document.xml();
        return new Message(handover.id(), handover.format().mediaType(), body);
    }

    private static Envelope.@Nullable Represented behalf(SentForm sent) {
        SentForm.Behalf behalf = sent.behalf();
        return behalf == null ? null : new Envelope.Represented(behalf.number(), behalf.name(), behalf.relation());
    }

    private FileRef file(Handover handover, String value) {
        String id = AnsweredFile.of(value).id();
        StoredFile file = files.find(new FileId(id)).orElseThrow();
        return new FileRef(
                file.name(), file.mediaType(), file.size(), file.sha256(), settings.fileAddress(handover, id));
    }
}
