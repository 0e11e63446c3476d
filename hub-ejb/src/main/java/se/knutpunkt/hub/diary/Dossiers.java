package se.knutpunkt.hub.diary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.vault.Vault;

/** Seals what is personal of a document, and puts the whole document together again. */
final class Dossiers {

    private static final String SENDER = "diary_item.sender";
    private static final String ANSWERS = "diary_item.answers";
    private static final JsonMapper JSON = new JsonMapper();

    private final DiaryTable table;
    private final DiaryDetails details;
    private final Vault vault;
    private final Cases cases;
    private final Files files;

    Dossiers(DiaryTable table, DiaryDetails details, Vault vault, Cases cases, Files files) {
        this.table = table;
        this.details = details;
        this.vault = vault;
        this.cases = cases;
        this.files = files;
    }

    DiaryTable.NewRow sealed(CaseFile caseFile, NewDiaryItem item) {
        byte @Nullable [] sender = item.senderName() == null ? null : vault.seal(item.senderName(), SENDER);
        try {
            byte[] answers = vault.sealBytes(JSON.writeValueAsBytes(item.answers()), ANSWERS);
            return new DiaryTable.NewRow(caseFile, item, sender, answers);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("answers are three texts each", impossible);
        }
    }

    Dossier load(DiaryItemId id, Instant now) {
        DiaryRow row = table.find(id).orElseThrow(UnknownDiaryItem::new);
        DiaryTable.Sealed sealed = table.sealed(id);
        CaseFile caseFile = cases.get(row.caseId()).orElseThrow(UnknownDiaryItem::new);
        boolean decided = row.state() == DiaryState.REGISTERED || row.state() == DiaryState.NOT_NEEDED;
        return new Dossier(
                row,
                caseFile,
                sealed.sender() == null ? null : vault.open(sealed.sender(), SENDER),
                answers(vault.openBytes(sealed.answers(), ANSWERS)),
                details.files(id).stream().map(this::stored).toList(),
                details.steps(id),
                decided && UndoLimit.allows(row.changedAt(), now));
    }

    private Dossier.DossierFile stored(DiaryFile file) {
        StoredFile stored = files.find(file.file())
                .orElseThrow(() -> new IllegalStateException("a file of a diary item is gone: " + file.file()));
        return new Dossier.DossierFile(file.kind(), stored);
    }

    private static List<DiaryAnswer> answers(byte[] json) {
        try {
            return JSON.readValue(new String(json, StandardCharsets.UTF_8), new TypeReference<List<DiaryAnswer>>() {});
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("sealed answers are what this class wrote", impossible);
        }
    }
}
