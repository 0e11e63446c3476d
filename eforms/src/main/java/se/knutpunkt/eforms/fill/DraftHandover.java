package se.knutpunkt.eforms.fill;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.upload.VirusScanner;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.hub.time.SwedishTime;

/** Hands drafts over to the submission, inside its transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DraftHandover {

    @Inject
    DraftTable table;

    @Inject
    Roles roles;

    @Inject
    DraftMoves moves;

    @Inject
    FormRulebook rulebook;

    @Inject
    Clock clock;

    @Inject
    DraftFileTable fileRows;

    @Inject
    VirusScanner scanner;

    @EJB
    DraftFileAttachment attachment;

    @EJB
    DraftScans scans;

    @EJB
    Forms forms;

    @EJB
    Files files;

    /** What came of asking for a draft to send. */
    public sealed interface Handover {

        /** It can be sent; its row is locked until the transaction ends. */
        record Ready(SentDraft draft) implements Handover {}

        /** It was sent before. */
        record Sent() implements Handover {}

        /** Something on that page is missing or wrong, and now stands there. */
        record NotReady(String pageId) implements Handover {}
    }

    /**
     * Validates all of a draft anew and locks it.
     *
     * @throws DraftNotFound when the filler has no such draft
     * @throws VersionEnded when the day has passed until which its version may be sent
     * @throws LoginRequired when the form wants a person and the draft has none
     * @throws StrongerLoginRequired when the person's login is at a lower level than the form needs
     * @throws NotRepresented when the person may no longer act for whom it is for
     * @throws NotScanned when files wait to be searched for viruses
     */
    public Handover take(DraftRef ref, Filler filler) {
        DraftRow draft = table.lock(ref).filter(row -> row.belongsTo(filler)).orElseThrow(DraftNotFound::new);
        if (draft.sent() != null) {
            return new Handover.Sent();
        }
        FormVersion form = forms.version(draft.versionId());
        if (draft.owner() == null && !form.definition().submitters().allowsAnonymous()) {
            throw new LoginRequired();
        }
        if (draft.owner() != null) {
            filler.checkLevel(form.definition().need());
        }
        if (draft.owner() != null) {
            roles.check(draft.owner(), draft.represented(), form.definition().caseType());
        }
        if (moves.standing(draft).ended()) {
            throw new VersionEnded();
        }
        DraftContent content = withoutLostFiles(searched(draft, form), form);
        Typing typing = new Typing(form.definition(), rulebook.of(form), SwedishTime.today(clock));
        FilledForm filled = typing.filled(content);
        FormPage incomplete = filled.firstIncomplete().orElse(null);
        if (incomplete != null) {
            table.save(draft, content.withAsked(incomplete.id(), filled.fieldIds(incomplete)));
            return new Handover.NotReady(incomplete.id());
        }
        Represented behalf =
                draft.owner() == null ? null : roles.check(draft.owner(), draft.represented(), filled.caseType());
        return new Handover.Ready(new SentDraft(
                draft.id(),
                form,
                draft.owner(),
                behalf == null ? null : new SentDraft.Behalf(behalf.party(), behalf.relation()),
                filled.caseType(),
                filled.answers()));
    }

    /** Has what waits searched once more, outside any transaction; {@link #take} tells what came of it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void search(DraftRef ref, Filler filler) {
        if (scanner.isOn()) {
            table.find(ref)
                    .filter(row -> row.belongsTo(filler) && row.sent() == null)
                    .ifPresent(scans::beforeSending);
        }
    }

    /** Empties the draft: the submission has all of it now. */
    public void sent(DraftRef ref, Instant at) {
        table.sent(table.lock(ref).orElseThrow(DraftNotFound::new), at);
    }

    /** What the scanner has refused goes; what it has not seen yet holds the form back. */
    private DraftContent searched(DraftRow draft, FormVersion form) {
        if (!scanner.isOn()) {
            return draft.content();
        }
        Collection<ScanState> scans = fileRows.scans(draft).values();
        if (scans.stream().anyMatch(ScanState::isRefused)) {
            attachment.removeRefused(draft.ref(), SqlDrafts.fileFields(form, draft.content()));
            return table.lock(draft.ref()).orElseThrow().content();
        }
        if (scans.contains(ScanState.WAITING)) {
            throw new NotScanned();
        }
        return draft.content();
    }

    /** A file that the store has lost must be added again, and not be promised in a receipt. */
    private DraftContent withoutLostFiles(DraftContent content, FormVersion form) {
        DraftContent checked = content;
        for (Field field : form.definition().fields(content.typed()).toList()) {
            if (!FieldTypes.standard().of(field).takesFiles()) {
                continue;
            }
            List<String> typed = content.typed().getOrDefault(field.id(), List.of());
            List<String> found = typed.stream().filter(this::isStored).toList();
            if (found.size() < typed.size()) {
                checked = checked.withTyped(field.id(), found).withRefused(field.id(), FieldError.of("file.gone"));
            }
        }
        return checked;
    }

    private boolean isStored(String value) {
        return files.find(new FileId(AnsweredFile.of(value).id())).isPresent();
    }
}
