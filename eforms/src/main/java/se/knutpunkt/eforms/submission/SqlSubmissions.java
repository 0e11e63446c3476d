package se.knutpunkt.eforms.submission;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.fill.AnswerRows;
import se.knutpunkt.eforms.fill.DraftHandover;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.FileView;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.FormRulebook;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;

/** Sent forms in plain SQL. */
@Stateless
public class SqlSubmissions implements Submissions {

    private static final int TRIES = 4;

    @Inject
    SubmissionTable table;

    @Inject
    FormRulebook rulebook;

    @EJB
    Sending sending;

    @EJB
    DraftHandover drafts;

    @EJB
    Forms forms;

    @EJB
    Files files;

    /** Tries again after a deadlock, unless the transaction is the caller's own and thus lost. */
    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Receipt submit(DraftRef ref, Filler filler, Locale locale) {
        drafts.search(ref, filler);
        for (int tries = 1; ; tries++) {
            try {
                return sending.send(ref, filler, locale);
            } catch (EJBTransactionRolledbackException lost) {
                throw lost;
            } catch (EJBException failure) {
                if (tries == TRIES || !DatabaseFailure.isDeadlock(failure)) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public Optional<Receipt> receipt(DraftRef ref, Filler filler) {
        return table.find(ref)
                .filter(row -> row.belongsTo(filler))
                .map(row -> levelled(row, filler))
                .map(row -> table.receipt(row, ref));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public byte[] receiptPdf(DraftRef ref, Filler filler) {
        SubmissionRow row =
                table.find(ref).filter(found -> found.belongsTo(filler)).orElseThrow(DraftNotFound::new);
        levelled(row, filler);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            files.write(row.receiptFile(), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return pdf.toByteArray();
    }

    @Override
    public List<Receipt> own(PartyId party, @Nullable PartyId represented) {
        return table.ofOwner(party, represented);
    }

    @Override
    public Optional<SubmittedForm> ofCase(long caseId, Locale locale) {
        return table.ofCase(caseId).map(row -> submitted(row, locale));
    }

    /** What was sent as somebody is shown to who is known as surely as when it was sent. */
    private SubmissionRow levelled(SubmissionRow row, Filler filler) {
        if (row.owner() != null) {
            filler.checkLevel(forms.version(row.versionId()).definition().need());
        }
        return row;
    }

    private SubmittedForm submitted(SubmissionRow row, Locale locale) {
        FormVersion version = forms.version(row.versionId());
        Map<String, List<String>> answers = row.answers();
        return new SubmittedForm(
                version.definition(),
                row.received(),
                row.owner() != null,
                AnswerRows.sections(
                        version.definition(),
                        rulebook.of(version),
                        answers,
                        SwedishTime.dateOf(row.received()),
                        locale),
                version.definition()
                        .fields(answers)
                        .filter(field -> FieldTypes.standard().of(field).takesFiles())
                        .flatMap(field -> answers.getOrDefault(field.id(), List.of()).stream())
                        .map(AnsweredFile::of)
                        .map(file -> new FileView(file.id(), file.name(), file.size(locale)))
                        .toList(),
                row.receiptFile());
    }
}
