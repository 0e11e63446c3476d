package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.submission.SentForm;
import se.knutpunkt.eforms.submission.SentForms;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.eforms.submission.SubmittedForm;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.outbox.Outbox;
import se.knutpunkt.hub.party.PartyId;

/** The hand-overs by plain SQL. */
@Stateless
public class SqlHandovers implements Handovers {
    private static final int MOST_AT_ONCE = 500;

    @Inject
    HandoverTable table;

    @Inject
    HandoverSettings settings;

    @Inject
    Clock clock;

    @EJB
    HandoverOutcome outcome;

    @EJB
    SentForms sentForms;

    @EJB
    Submissions submissions;

    @EJB
    Files files;

    @EJB
    AccessLog log;

    @EJB
    Outbox outbox;

    @EJB
    StaffMembers staff;

    @Override
    public List<Handover> list(HandoverQuery query) {
        return table.list(query);
    }

    @Override
    public Map<HandoverState, Long> counts() {
        return table.counts();
    }

    @Override
    public int overdue() {
        return table.overdue();
    }

    @Override
    public Optional<Handover> find(String id) {
        return table.find(id);
    }

    @Override
    public List<HandoverStep> steps(Handover handover) {
        List<HandoverTable.Step> steps = table.steps(handover.row());
        Map<StaffId, String> names = staff.names(steps.stream()
                .map(HandoverTable.Step::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return steps.stream()
                .map(step -> new HandoverStep(
                        step.at(),
                        step.what(),
                        step.failure(),
                        step.by() == null ? "" : names.getOrDefault(step.by(), ""),
                        step.words()))
                .toList();
    }

    @Override
    public Optional<SubmittedForm> content(Handover handover, StaffId who, Locale locale) {
        SentForm sent = sentForms.get(handover.submission());
        log.note(new Look(
                "staff:" + who.value(),
                "REGISTRAR",
                "HANDOVER",
                "case:" + sent.casePublicId(),
                sent.party(),
                "registrar-keeps-diary"));
        return submissions.ofCase(handover.caseId(), locale);
    }

    @Override
    public boolean sendAgain(String id, StaffId by) {
        Handover one = table.lock(id).filter(Handover::canBeSentAgain).orElse(null);
        if (one == null) {
            return false;
        }
        table.startAgain(one);
        table.step(one.row(), HandoverStep.What.SENT_AGAIN, null, by, "");
        outbox.schedule(HandoverTasks.of(id, one.tries() + 1, null));
        return true;
    }

    @Override
    public int sendGivenUpAgain(@Nullable String form, @Nullable String source, StaffId by) {
        return (int) table.givenUp(form, source, MOST_AT_ONCE).stream()
                .filter(id -> sendAgain(id, by))
                .count();
    }

    @Override
    public boolean takeBack(String id, String reason, StaffId by) {
        Handover one =
                table.lock(id).filter(found -> !found.state().isSettled()).orElse(null);
        if (one == null) {
            return false;
        }
        table.become(one.row(), HandoverState.TAKEN_BACK);
        table.step(one.row(), HandoverStep.What.TAKEN_BACK, null, by, reason);
        sentForms.toDiary(one.submission());
        return true;
    }

    @Override
    public Told tell(String source, String id, String caseNumber) {
        return outcome.told(source, id, caseNumber);
    }

    @Override
    public Optional<StoredFile> file(String source, String id, String fileId) {
        return table.find(id)
                .filter(one -> one.source().equals(source))
                .filter(this::isOpenToSystem)
                .filter(one -> hasFile(sentForms.get(one.submission()), fileId))
                .flatMap(one -> FileId.of(fileId))
                .flatMap(files::find);
    }

    private boolean isOpenToSystem(Handover one) {
        return one.state().isReceivers()
                && (one.takenAt() == null
                        || clock.instant().isBefore(one.takenAt().plus(settings.filesLast())));
    }

    private static boolean hasFile(SentForm sent, String fileId) {
        return sent.form()
                .definition()
                .fields(sent.answers())
                .filter(field -> FieldTypes.standard().of(field).takesFiles())
                .flatMap(field -> sent.answers().getOrDefault(field.id(), List.of()).stream())
                .map(AnsweredFile::of)
                .anyMatch(file -> file.id().equals(fileId));
    }

    /** Outside any transaction: no connection waits for a slow receiver. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void writeFile(String source, String id, StoredFile file, OutputStream out) throws IOException {
        @Nullable
        PartyId about = table.find(id)
                .map(one -> sentForms.get(one.submission()).party())
                .orElse(null);
        log.note(new Look(
                "source:" + source, "SYSTEM", "HANDOVER", "file:" + file.id().value(), about, "handover-rule"));
        files.write(file.id(), out);
    }
}
