package se.knutpunkt.eforms.submission;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.fill.AnswerRows;
import se.knutpunkt.eforms.fill.FormRulebook;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.time.SwedishTime;

/** Sent forms, as rows of {@code submission}. */
@Stateless
public class SqlSentForms implements SentForms {

    @Inject
    SubmissionTable table;

    @Inject
    Senders senders;

    @Inject
    FormRulebook rulebook;

    @Inject
    Announcement announcement;

    @EJB
    Forms forms;

    @EJB
    CaseTypes caseTypes;

    @EJB
    Files files;

    @Override
    public SentForm get(long submission) {
        SubmissionRow row = table.get(submission);
        SentDraft draft = draft(row);
        Sender sender = senders.of(draft);
        return new SentForm(
                draft.form(),
                row.caseId(),
                row.caseNumber(),
                row.casePublicId(),
                draft.caseType(),
                row.answers(),
                row.received(),
                sender.kind(),
                sender.party(),
                sender.number(),
                sender.name(),
                behalf(sender));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void toDiary(long submission) {
        SubmissionRow row = table.get(submission);
        SentDraft draft = draft(row);
        announcement.enqueue(new Announcement.Arrival(
                caseTypes.get(draft.caseType()),
                new OpenedCase(row.caseId(), row.casePublicId(), row.caseNumber()),
                senders.of(draft),
                row.received(),
                AnswerRows.sections(
                        draft.form().definition(),
                        rulebook.of(draft.form()),
                        row.answers(),
                        SwedishTime.dateOf(row.received()),
                        Locale.forLanguageTag("sv")),
                files.find(row.receiptFile()).orElseThrow(),
                AttachedFiles.of(draft, files)));
    }

    private static SentForm.@Nullable Behalf behalf(Sender sender) {
        Sender.Behalf behalf = sender.behalf();
        return behalf == null
                ? null
                : new SentForm.Behalf(behalf.party(), behalf.number(), behalf.name(), behalf.relation());
    }

    private SentDraft draft(SubmissionRow row) {
        FormVersion form = forms.version(row.versionId());
        String caseType = row.caseType() == null ? form.definition().caseType() : row.caseType();
        return new SentDraft(row.draftId(), form, row.owner(), row.behalf(), caseType, row.answers());
    }
}
