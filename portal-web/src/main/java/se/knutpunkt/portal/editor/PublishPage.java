package se.knutpunkt.portal.editor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.definition.OldDraftsDay;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Visit;

/**
 * Asks before a version replaces another: what differs, how many drafts are open, and until when they may be sent when it
 * breaks them. Also gives such drafts more time afterwards.
 */
@RequestScoped
public class PublishPage {

    private static final String PATH = "/redaktor/publicera/";
    private static final String VERSION = "/redaktor/version/";

    @Inject
    Forms forms;

    @Inject
    Drafts drafts;

    @Inject
    Clock clock;

    /**
     * The page.
     *
     * @param difference what differs from the version that it replaces
     * @param against id of that version
     * @param drafts how many drafts are open, in words
     * @param form until when they may be sent, as it was typed
     * @param faults what is wrong with it
     * @param meanwhile true when another version was published since the page was shown
     */
    public record View(
            long id,
            String number,
            String title,
            DifferenceView difference,
            long against,
            String drafts,
            UntilForm form,
            List<UntilForm.Fault> faults,
            boolean meanwhile) {

        /** What is wrong with a field; empty when nothing is. */
        public String fault(String field) {
            return UntilForm.fault(faults, field);
        }

        /** True when it breaks drafts. */
        public boolean breaks() {
            return !difference.breaking().isEmpty();
        }
    }

    void show(Visit visit, long id) throws ServletException, IOException {
        FormVersion version = forms.version(id);
        FormVersion before = forms.before(id).orElse(null);
        if (before == null || version.published() != null) {
            visit.seeOther(VERSION + id);
            return;
        }
        LocalDate today = SwedishTime.today(clock);
        String wrong = visit.value("fel").orElse("");
        UntilForm form = wrong.equals("1") ? UntilForm.of(visit) : UntilForm.proposing(OldDraftsDay.usual(today));
        visit.show(
                "editor/publish",
                new View(
                        id,
                        Integer.toString(version.number()),
                        version.definition().title().in(visit.getLanguage().locale()),
                        DifferenceView.of(before, version, visit),
                        before.id(),
                        visit.text("editor.version.drafts", drafts.countOpen(version.slug())),
                        form,
                        wrong.equals("1") ? form.faults(visit, today, null) : List.of(),
                        wrong.equals("annan")));
    }

    /** Publishes what was read: when the version that it replaces is another by now, the difference is read anew. */
    void publish(Visit visit, long id) {
        FormVersion version = forms.version(id);
        FormVersion before = forms.before(id).orElse(null);
        if (before == null || version.published() != null) {
            forms.publish(id);
            visit.seeOther("/redaktor?klart=publicerad");
            return;
        }
        if (!visit.value("mot").filter(Long.toString(before.id())::equals).isPresent()) {
            visit.seeOther(PATH + id + "?fel=annan");
            return;
        }
        if (DifferenceView.of(before, version, visit).breaking().isEmpty()) {
            forms.publish(id);
        } else {
            UntilForm form = UntilForm.of(visit);
            if (!form.faults(visit, SwedishTime.today(clock), null).isEmpty()) {
                visit.seeOther(PATH + id + "?fel=1&" + form.query() + "#fel");
                return;
            }
            forms.publish(id, form.date().orElse(null));
        }
        visit.seeOther("/redaktor?klart=publicerad");
    }

    /** Gives drafts on older versions more time. */
    void prolong(Visit visit, long id) {
        FormVersion version = forms.version(id);
        UntilForm form = UntilForm.of(visit);
        boolean fits = version.oldDraftsUntil() != null
                && form.faults(visit, SwedishTime.today(clock), version.oldDraftsUntil())
                        .isEmpty();
        if (fits && forms.prolong(id, form.date().orElse(null))) {
            visit.seeOther(VERSION + id + "?klart=forlangd");
        } else {
            visit.seeOther(VERSION + id + "?fel=1&" + form.query() + "#fel");
        }
    }
}
