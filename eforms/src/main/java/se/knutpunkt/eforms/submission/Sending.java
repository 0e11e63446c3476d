package se.knutpunkt.eforms.submission;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.eforms.fill.AnswerRows;
import se.knutpunkt.eforms.fill.DraftHandover;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.FormRulebook;
import se.knutpunkt.eforms.fill.ReviewView;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.eforms.receipt.ReceiptContent;
import se.knutpunkt.eforms.receipt.ReceiptPdf;
import se.knutpunkt.eforms.submission.SubmissionTable.NewSubmission;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.casefile.Direction;
import se.knutpunkt.hub.casefile.NewCase;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.casefile.Titles;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.time.SwedishTime;

/** The one transaction of a submission. */
@Stateless
public class Sending {

    private static final long MOST_OF_A_RECEIPT = 20_000_000;

    @Inject
    SubmissionTable table;

    @Inject
    FormRulebook rulebook;

    @Inject
    Senders senders;

    @Inject
    OtherGuardians otherGuardians;

    @Inject
    Announcement announcement;

    @Inject
    TakingOver takingOver;

    @Inject
    Clock clock;

    @EJB
    DraftHandover drafts;

    @EJB
    Cases cases;

    @EJB
    CaseTypes caseTypes;

    @EJB
    Files files;

    /** Sends a draft, or finds the receipt of a sent one. */
    public Receipt send(DraftRef ref, Filler filler, Locale locale) {
        DraftHandover.Handover handover = drafts.take(ref, filler);
        if (handover instanceof DraftHandover.Handover.NotReady notReady) {
            throw new NotComplete(notReady.pageId());
        }
        if (handover instanceof DraftHandover.Handover.Ready ready) {
            keep(ref, ready.draft(), filler, locale);
        }
        return table.receipt(table.find(ref).orElseThrow(), ref);
    }

    private void keep(DraftRef ref, SentDraft draft, Filler filler, Locale locale) {
        Instant received = clock.instant();
        CaseType type = caseTypes.get(draft.caseType());
        Sender sender = senders.of(draft);
        OtherGuardians.Others others = otherGuardians.of(draft);
        List<StoredFile> attached = AttachedFiles.of(draft, files);
        // The case takes the next number of its series and holds the series until commit, so it comes as late as it
        // can.
        OpenedCase opened = cases.open(new NewCase(
                type.code(),
                sender.caseParty(),
                Direction.INCOMING,
                sender.inWords(),
                received,
                titles(type, sender),
                null,
                null));
        StoredFile receipt = storedReceipt(draft, sender, others.awaited(), type, opened, attached, received, locale);
        long id = table.insert(new NewSubmission(
                draft.id(),
                draft.form().id(),
                draft.owner(),
                draft.behalf(),
                others.awaited(),
                opened,
                draft.caseType(),
                draft.answers(),
                receipt.id(),
                received));
        FileOwner owner = new FileOwner("submission", id);
        files.adopt(receipt.id(), owner);
        attached.forEach(file -> files.adopt(file.id(), owner));
        Announcement.Arrival arrival = new Announcement.Arrival(
                type,
                opened,
                sender,
                received,
                sections(draft, received, Locale.forLanguageTag("sv")),
                receipt,
                attached);
        announcement.announce(arrival);
        announcement.awaitGuardians(arrival, others);
        AssuranceLevel level = filler instanceof Filler.Person person && draft.owner() != null ? person.level() : null;
        TakingOver.JustSent sent = new TakingOver.JustSent(
                id, draft.form().slug(), opened, type.code(), type.authority().code(), level);
        if (!takingOver.begin(sent)) {
            announcement.enqueue(arrival);
        }
        drafts.sent(ref, received);
    }

    /** The public title names the kind of case and nothing that the sender wrote. */
    private static Titles titles(CaseType type, Sender sender) {
        String open = type.name().sv();
        return new Titles(sender.partyName() == null ? open : open + ", " + sender.partyName(), open);
    }

    private StoredFile storedReceipt(
            SentDraft draft,
            Sender sender,
            boolean awaitsGuardian,
            CaseType type,
            OpenedCase opened,
            List<StoredFile> attached,
            Instant received,
            Locale locale) {
        byte[] pdf = ReceiptPdf.of(new ReceiptContent(
                locale,
                type.authority().name().in(locale.getLanguage()),
                draft.form().definition().title().in(locale),
                sender.behalf() == null
                        ? null
                        : new ReceiptContent.Behalf(
                                sender.behalf().name(), String.valueOf(sender.name()), awaitsGuardian),
                opened.caseNumber(),
                received,
                draft.form().definition().intro().whatHappensNext().in(locale),
                sections(draft, received, locale),
                AttachedFiles.listed(attached, locale)));
        try {
            String name = opened.caseNumber() + ".pdf";
            return files.stage(new ByteArrayInputStream(pdf), new NewFile(name, "application/pdf", MOST_OF_A_RECEIPT));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private List<ReviewView.Section> sections(SentDraft draft, Instant received, Locale locale) {
        return AnswerRows.sections(
                draft.form().definition(),
                rulebook.of(draft.form()),
                draft.answers(),
                SwedishTime.dateOf(received),
                locale);
    }
}
