package se.knutpunkt.portal.registrar;

import se.knutpunkt.hub.diary.DiaryRow;
import se.knutpunkt.portal.page.Visit;

/** The state of a document in words, and how it is coloured. */
record StateText(String words, String cssClass) {

    static StateText of(Visit visit, DiaryRow row) {
        if (row.exportRequested() != null) {
            return new StateText(visit.text("registrar.state.exporting"), "wait");
        }
        return switch (row.state()) {
            case WAITING -> new StateText(visit.text("registrar.state.waiting"), "wait");
            case EXPORTED -> new StateText(visit.text("registrar.state.exported"), "wait");
            case REGISTERED ->
                new StateText(visit.text("registrar.state.registered", String.valueOf(row.diaryNumber())), "done");
            case NOT_NEEDED -> new StateText(visit.text("registrar.state.notneeded"), "done");
        };
    }
}
