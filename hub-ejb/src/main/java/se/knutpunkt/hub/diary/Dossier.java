package se.knutpunkt.hub.diary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.file.StoredFile;

/**
 * Everything a registrar needs to register one document.
 *
 * @param sender the sender's name; null when anonymous
 * @param answers in the order of the form
 * @param files the receipt first
 * @param steps oldest first
 * @param undoable whether the last decision can still be taken back
 */
public record Dossier(
        DiaryRow row,
        CaseFile caseFile,
        @Nullable String sender,
        List<DiaryAnswer> answers,
        List<DossierFile> files,
        List<DiaryStep> steps,
        boolean undoable) {

    /** A file of the document. */
    public record DossierFile(DiaryFile.Kind kind, StoredFile stored) {}

    public Dossier {
        answers = List.copyOf(answers);
        files = List.copyOf(files);
        steps = List.copyOf(steps);
    }
}
