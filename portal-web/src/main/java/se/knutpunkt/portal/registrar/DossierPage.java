package se.knutpunkt.portal.registrar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import se.knutpunkt.hub.diary.Diary;
import se.knutpunkt.hub.diary.DiaryItemId;
import se.knutpunkt.hub.diary.DiaryNumber;
import se.knutpunkt.hub.diary.InvalidDiaryNumber;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** One document: shown, exported, given its number, or found not to need one. */
@RequestScoped
public class DossierPage {

    private static final Set<String> MESSAGES = Set.of("export", "diarienummer", "ringa", "angrat");
    private static final Set<String> ERRORS = Set.of("andrad", "forsent", "nummer", "skal");

    @Inject
    Diary diary;

    @Inject
    DossierViews views;

    void show(Visit visit, StaffId registrar, DiaryItemId id) throws ServletException, IOException {
        String message = visit.value("klart")
                .filter(MESSAGES::contains)
                .map(done -> visit.text("registrar.dossier.done." + done))
                .orElse("");
        String error = visit.value("fel").filter(ERRORS::contains).orElse("");
        visit.show("registrar/dossier", views.view(visit, diary.open(registrar, id), "", message, error));
    }

    /** Asks once more before the citizen is told. */
    void showConfirmation(Visit visit, StaffId registrar, DiaryItemId id) throws ServletException, IOException {
        try {
            DiaryNumber number = new DiaryNumber(visit.value("nummer").orElse(""));
            visit.show("registrar/confirm", views.view(visit, diary.open(registrar, id), number.value(), "", ""));
        } catch (InvalidDiaryNumber tampered) {
            throw Refusal.notFound();
        }
    }

    void act(Visit visit, StaffId registrar, DiaryItemId id, String action) {
        String page = "/registrator/handling/" + id;
        switch (action) {
            case "export" -> {
                diary.export(registrar, List.of(id));
                visit.seeOther(page + "?klart=export");
            }
            case "diarienummer" -> visit.seeOther(page + number(visit, registrar, id));
            case "ringa" -> {
                String reason = visit.value("skal").orElse("");
                if (Reasons.fits(reason)) {
                    diary.notNeeded(registrar, List.of(id), reason);
                    visit.seeOther(page + "?klart=ringa");
                } else {
                    visit.seeOther(page + "?fel=skal");
                }
            }
            case "angra" -> {
                diary.undo(registrar, List.of(id));
                visit.seeOther(page + "?klart=angrat");
            }
            default -> throw Refusal.notFound();
        }
    }

    /** The number reaches an address only when it is one: a personal identity number typed by mistake never does. */
    private String number(Visit visit, StaffId registrar, DiaryItemId id) {
        DiaryNumber number;
        try {
            number = new DiaryNumber(visit.value("nummer").orElse(""));
        } catch (InvalidDiaryNumber invalid) {
            return "?fel=nummer";
        }
        if (visit.value("bekraftat").isEmpty()) {
            return "/diarienummer?nummer=" + Addresses.encoded(number.value());
        }
        diary.register(registrar, id, number);
        return "?klart=diarienummer";
    }

    void sendFile(Visit visit, StaffId registrar, DiaryItemId id, String file) throws IOException {
        FileId fileId;
        try {
            fileId = new FileId(file);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.notFound();
        }
        StoredFile stored = diary.file(id, fileId);
        HttpServletResponse response = visit.response();
        response.setContentType(stored.mediaType());
        response.setContentLengthLong(stored.size());
        // a file from outside is never shown inside the portal: the browser gets it to keep
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + Addresses.encoded(stored.name()).replace("+", "%20"));
        response.setHeader("Cache-Control", "no-store");
        diary.writeFile(registrar, id, fileId, response.getOutputStream());
    }
}
