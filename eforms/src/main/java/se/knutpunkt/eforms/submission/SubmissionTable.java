package se.knutpunkt.eforms.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.vault.Vault;

/** The rows of {@code submission}. */
@ApplicationScoped
class SubmissionTable {

    private static final String ANSWERS = "submission.answers";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String COLUMNS =
            "SELECT s.draft_id, s.form_version_id, s.owner_party, s.represented_party, s.represented_by, s.awaits_guardian, s.case_id, s.case_number, s.case_public_id, s.case_type,"
                    + " s.answers_sealed, s.receipt_file, s.received_at, d.owner_ref"
                    + " FROM submission s JOIN draft d ON d.id = s.draft_id ";

    @Inject
    Database database;

    @Inject
    Vault vault;

    @EJB
    Forms forms;

    @EJB
    Files files;

    /**
     * A sent form to keep.
     *
     * @param owner null when it was sent without login
     * @param behalf null when it was sent for nobody else
     */
    record NewSubmission(
            long draftId,
            long versionId,
            @Nullable PartyId owner,
            SentDraft.@Nullable Behalf behalf,
            boolean awaitsGuardian,
            OpenedCase opened,
            String caseType,
            Map<String, List<String>> answers,
            FileId receiptFile,
            Instant received) {}

    long insert(NewSubmission submission) {
        SentDraft.Behalf behalf = submission.behalf();
        return database.insert(
                "INSERT INTO submission (draft_id, form_version_id, owner_party, represented_party, represented_by,"
                        + " awaits_guardian, case_id, case_number, case_public_id, case_type, answers_sealed,"
                        + " receipt_file, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                submission.draftId(),
                submission.versionId(),
                submission.owner(),
                behalf == null ? null : behalf.party(),
                behalf == null ? null : behalf.relation(),
                submission.awaitsGuardian(),
                submission.opened().id(),
                submission.opened().caseNumber(),
                submission.opened().publicId(),
                submission.caseType(),
                vault.seal(json(submission.answers()), ANSWERS),
                submission.receiptFile().value(),
                submission.received());
    }

    Optional<SubmissionRow> find(DraftRef ref) {
        return database.first(COLUMNS + "WHERE d.ref_hash = ?", this::submission, SentDraft.hash(ref));
    }

    SubmissionRow get(long id) {
        return database.first(COLUMNS + "WHERE s.id = ?", this::submission, id).orElseThrow();
    }

    Optional<SubmissionRow> ofCase(long caseId) {
        return database.first(COLUMNS + "WHERE s.case_id = ?", this::submission, caseId);
    }

    List<Receipt> ofOwner(PartyId owner, @Nullable PartyId represented) {
        return database.query(
                COLUMNS
                        + "WHERE s.owner_party = ? AND s.represented_party <=> ? ORDER BY s.received_at DESC, s.id DESC",
                row -> receipt(submission(row), new DraftRef(row.text("owner_ref"))),
                owner,
                represented);
    }

    Receipt receipt(SubmissionRow row, DraftRef ref) {
        String sha256 = files.find(row.receiptFile()).map(StoredFile::sha256).orElseThrow();
        FormDefinition form = forms.version(row.versionId()).definition();
        return new Receipt(
                ref,
                form,
                row.caseType() == null ? form.caseType() : row.caseType(),
                row.caseNumber(),
                row.casePublicId(),
                row.awaitsGuardian(),
                row.received(),
                sha256);
    }

    private SubmissionRow submission(Row row) {
        Long owner = row.numberOrNull("owner_party");
        return new SubmissionRow(
                row.number("draft_id"),
                row.number("form_version_id"),
                owner == null ? null : new PartyId(owner),
                behalf(row),
                row.flag("awaits_guardian"),
                row.number("case_id"),
                row.text("case_number"),
                row.text("case_public_id"),
                row.textOrNull("case_type"),
                answers(vault.open(row.bytes("answers_sealed"), ANSWERS)),
                new FileId(row.text("receipt_file")),
                row.instant("received_at"));
    }

    private static SentDraft.@Nullable Behalf behalf(Row row) {
        PartyId represented = row.partyOrNull("represented_party");
        return represented == null
                ? null
                : new SentDraft.Behalf(represented, Relation.valueOf(row.text("represented_by")));
    }

    private static String json(Map<String, List<String>> answers) {
        try {
            return MAPPER.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers cannot be written", e);
        }
    }

    private static Map<String, List<String>> answers(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<Map<String, List<String>>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers cannot be read", e);
        }
    }
}
