package se.knutpunkt.eforms.submission;

import java.util.List;
import java.util.Locale;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.eforms.receipt.ReceiptContent.AttachedFile;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;

/** The files that come with a submission. */
final class AttachedFiles {

    private AttachedFiles() {}

    /** The stored files of a draft's answers, in the order of the form. */
    static List<StoredFile> of(SentDraft draft, Files files) {
        return draft.form()
                .definition()
                .fields(draft.answers())
                .filter(field -> FieldTypes.standard().of(field).takesFiles())
                .flatMap(field -> draft.answers().getOrDefault(field.id(), List.of()).stream())
                .map(AnsweredFile::of)
                .map(file -> files.find(new FileId(file.id())).orElseThrow())
                .toList();
    }

    /** The same as the receipt lists them. */
    static List<AttachedFile> listed(List<StoredFile> files, Locale locale) {
        return files.stream()
                .map(file -> new AttachedFile(
                        file.name(),
                        new AnsweredFile(file.id().value(), file.size(), file.name()).size(locale),
                        file.sha256()))
                .toList();
    }
}
