package se.knutpunkt.portal.registrar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.casefile.SecrecyMark;
import se.knutpunkt.hub.diary.Diary;
import se.knutpunkt.hub.diary.DiaryAnswer;
import se.knutpunkt.hub.diary.DiaryFile;
import se.knutpunkt.hub.diary.DiaryState;
import se.knutpunkt.hub.diary.DiaryStep;
import se.knutpunkt.hub.diary.Dossier;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;
import se.knutpunkt.portal.secrecy.ProvisionsPage;

/** Puts a document into the words of its page. */
@RequestScoped
public class DossierViews {

    @Inject
    Diary diary;

    @Inject
    CaseTypes caseTypes;

    DossierView view(Visit visit, Dossier dossier, String number, String message, String error) {
        StateText state = StateText.of(visit, dossier.row());
        DiaryState at = dossier.row().state();
        String address = "/registrator/handling/" + dossier.row().id();
        return new DossierView(
                address,
                "/registrator?lage=" + Tab.of(at).getCode(),
                dossier.row().caseNumber(),
                dossier.caseFile().titles().internal(),
                state.words(),
                state.cssClass(),
                registration(visit, dossier),
                caseFacts(visit, dossier.caseFile()),
                answers(dossier.answers()),
                files(visit, dossier, address),
                dossier.steps().stream().map(step -> step(visit, step)).toList(),
                at == DiaryState.REGISTERED || at == DiaryState.NOT_NEEDED,
                dossier.undoable(),
                diary.exports(),
                number,
                message,
                error);
    }

    private List<DossierView.Fact> registration(Visit visit, Dossier dossier) {
        CaseFile caseFile = dossier.caseFile();
        Facts facts = new Facts(visit);
        facts.add("received", Dates.dateAndTime(dossier.row().receivedAt(), visit.getLanguage()));
        String number = dossier.row().diaryNumber();
        facts.add("number", number == null ? visit.text("registrar.dossier.none") : number);
        String kind =
                visit.text("registrar.sender." + dossier.row().senderKind().name());
        facts.add("sender", dossier.sender() == null ? kind : dossier.sender() + " (" + kind + ")");
        facts.add("receiver", authority(visit, caseFile.authority()));
        facts.add("concerns", caseFile.titles().internal());
        facts.add("publictitle", caseFile.titles().open());
        SecrecyMark mark = caseFile.secrecy();
        if (mark != null) {
            facts.add(
                    "secrecy",
                    mark.provision() + ", " + mark.date() + ", " + authority(visit, mark.authority()),
                    ProvisionsPage.address(mark.provision()));
        }
        return facts.all;
    }

    private List<DossierView.Fact> caseFacts(Visit visit, CaseFile caseFile) {
        Facts facts = new Facts(visit);
        facts.add("casenumber", caseFile.caseNumber());
        if (caseFile.mainCaseNumber() != null) {
            facts.add("maincase", caseFile.mainCaseNumber());
        }
        String language = visit.getLanguage().getTag();
        facts.add(
                "casetype",
                caseTypes
                        .find(caseFile.caseType())
                        .map(type -> type.name().in(language))
                        .orElse(caseFile.caseType()));
        facts.add("class", caseFile.informationClass());
        facts.add("documenttype", caseFile.documentType());
        facts.add(
                "direction",
                visit.text("registrar.direction." + caseFile.direction().name()));
        facts.add("registered", Dates.dateAndTime(caseFile.registered(), visit.getLanguage()));
        facts.add(
                "retention",
                caseFile.retention().rule() + ". " + caseFile.retention().ground());
        return facts.all;
    }

    private String authority(Visit visit, String code) {
        String language = visit.getLanguage().getTag();
        return caseTypes.authorities().stream()
                .filter(authority -> authority.code().equals(code))
                .map(authority -> authority.name().in(language))
                .findFirst()
                .orElse(code);
    }

    private static List<DossierView.Section> answers(List<DiaryAnswer> answers) {
        Map<String, List<DossierView.Fact>> sections = new LinkedHashMap<>();
        for (DiaryAnswer answer : answers) {
            sections.computeIfAbsent(answer.section(), title -> new ArrayList<>())
                    .add(new DossierView.Fact(answer.label(), answer.value()));
        }
        return sections.entrySet().stream()
                .map(section -> new DossierView.Section(section.getKey(), section.getValue()))
                .toList();
    }

    private static List<DossierView.FileLine> files(Visit visit, Dossier dossier, String address) {
        return dossier.files().stream()
                .map(file -> {
                    StoredFile stored = file.stored();
                    String kind = file.kind() == DiaryFile.Kind.RECEIPT ? "receipt" : "attachment";
                    return new DossierView.FileLine(
                            stored.name(),
                            address + "/fil/" + stored.id().value(),
                            visit.text("registrar.dossier.file." + kind),
                            size(visit, stored.size()),
                            stored.sha256());
                })
                .toList();
    }

    private static String size(Visit visit, long bytes) {
        long kilobytes = Math.max(1, Math.round(bytes / 1000.0));
        return visit.text("registrar.dossier.size", kilobytes);
    }

    private static DossierView.StepLine step(Visit visit, DiaryStep step) {
        String number = step.diaryNumber() == null ? "" : step.diaryNumber();
        String what = visit.text("registrar.step." + step.kind().name(), number);
        String who = step.by() == null
                ? ""
                : visit.text("registrar.step.by", Long.toString(step.by().value()));
        return new DossierView.StepLine(
                Dates.dateAndTime(step.at(), visit.getLanguage()),
                Dates.machine(step.at()),
                who.isEmpty() ? what : what + " " + who,
                step.reason() == null ? "" : step.reason());
    }

    /** A growing list of labelled facts. */
    private static final class Facts {
        private final Visit visit;
        private final List<DossierView.Fact> all = new ArrayList<>();

        Facts(Visit visit) {
            this.visit = visit;
        }

        void add(String key, String value) {
            add(key, value, "");
        }

        void add(String key, String value, String address) {
            all.add(new DossierView.Fact(visit.text("registrar.dossier.fact." + key), value, address));
        }
    }
}
